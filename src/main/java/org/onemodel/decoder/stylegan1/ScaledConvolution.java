/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import org.onemodel.nn.BoxUpsampling;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * A convolution with equalised learning rate (Karras et al. 2018): its weight is {@code W·√(2 /
 * (in·k²))}.
 *
 * <p>Input {@code [N, in, H, W]}, output {@code [N, out, H, W]}, or {@code [N, out, 2H, 2W]} when
 * each pixel is repeated 2×2 first; parameters {@code weight_orig [out, in, k, k]}, {@code bias
 * [out]}.
 */
final class ScaledConvolution extends Layer {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;
    private final Shape padding;
    private final double gain;
    private final boolean upsampling;

    private ScaledConvolution(int inputs, int outputs, int kernel, boolean upsampling) {
        this.outputs = outputs;
        this.padding = new Shape(kernel / 2, kernel / 2);
        this.gain = Math.sqrt(2.0 / ((double) inputs * kernel * kernel));
        this.upsampling = upsampling;
        this.bias = weight("bias", Draw.constant(0), outputs);
        this.weight = weight("weight_orig", Draw.normal(1), outputs, inputs, kernel, kernel);
    }

    /** A convolution that keeps the size. */
    static ScaledConvolution same(int inputs, int outputs, int kernel) {
        return new ScaledConvolution(inputs, outputs, kernel, false);
    }

    /** A 3×3 convolution of the image at twice its size. */
    static ScaledConvolution upsampling(int inputs, int outputs) {
        return new ScaledConvolution(inputs, outputs, 3, true);
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        NDArray kernel = pass.scaled(weight, gain, x);
        if (upsampling) {
            NDArray offset = pass.scaled(bias, 1, x).reshape(1, outputs, 1, 1);
            return BoxUpsampling.nearest(x, kernel).add(offset);
        }
        return Conv2d.conv2d(x, kernel, pass.value(bias, x), new Shape(1, 1), padding)
                .singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        int factor = upsampling ? 2 : 1;
        return new Shape[] {new Shape(in.get(0), outputs, in.get(2) * factor, in.get(3) * factor)};
    }
}
