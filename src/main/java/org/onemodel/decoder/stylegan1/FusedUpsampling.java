/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.onemodel.nn.BoxUpsampling;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * Upsampling and convolution in one, as StyleGAN 1 does from 128×128 on: {@code [N, in, H, W]} to
 * {@code [N, out, 2H, 2W]}; parameters {@code weight [in, out, 3, 3]}, times {@code √(2 / (9·in))},
 * and {@code bias [out]}.
 */
final class FusedUpsampling extends Layer {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;
    private final double gain;

    FusedUpsampling(int inputs, int outputs) {
        this.outputs = outputs;
        this.gain = Math.sqrt(2 / (9.0 * inputs));
        this.weight = weight("weight", Draw.normal(1), inputs, outputs, 3, 3);
        this.bias = weight("bias", Draw.constant(0), outputs);
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        NDArray kernel = pass.scaled(weight, gain, x).transpose(1, 0, 2, 3); // [out, in, 3, 3]
        NDArray offset = pass.scaled(bias, 1, x).reshape(1, outputs, 1, 1);
        return BoxUpsampling.fused(x, kernel).add(offset);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), outputs, 2 * in.get(2), 2 * in.get(3))};
    }
}
