/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * x + conv(lrelu(conv(x))), without normalisation, which harms restoration: {@code [N, C, H, W]} to
 * the same shape.
 */
final class ResidualBlock extends Layer {

    private final Convolution conv1;
    private final Convolution conv2;

    ResidualBlock(int channels) {
        conv1 = addChildBlock("conv1", Convolution.biased(channels, channels, 3, 1));
        // A small second convolution: at first the block lets its input through.
        double deviation = 0.1 * Math.sqrt(2.0 / (9.0 * channels));
        conv2 =
                addChildBlock(
                        "conv2", Convolution.biased(channels, channels, 3, Draw.normal(deviation)));
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        return x.add(conv2.apply(pass, leakyRelu(conv1.apply(pass, x))));
    }
}
