/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * What a noise map {@code [N, 1, H, W]} adds to each channel, {@code [N, C, H, W]}: the map times a
 * learned strength, {@code weight_orig [1, C, 1, 1]·√(2/C)}. A drawn generator hears its noise.
 */
final class NoiseInjection extends Layer {

    private final Parameter weight;
    private final int channels;
    private final double gain;

    NoiseInjection(int channels) {
        this.channels = channels;
        this.gain = Math.sqrt(2.0 / channels);
        this.weight = weight("weight_orig", Draw.constant(1 / gain), 1, channels, 1, 1);
    }

    @Override
    public NDArray apply(Pass pass, NDArray noiseMap) {
        return noiseMap.mul(pass.scaled(weight, gain, noiseMap));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), channels, in.get(2), in.get(3))};
    }
}
