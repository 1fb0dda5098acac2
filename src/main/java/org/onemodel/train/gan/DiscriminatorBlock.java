/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.types.Shape;
import org.onemodel.nn.Dual;
import org.onemodel.nn.Pass;
import org.onemodel.train.gan.DiscriminatorLayer.Kind;

/**
 * A residual block that halves the size: two convolutions, plus the input through a 1×1
 * convolution, over √2 so that the variance stays.
 *
 * <p>Input {@code [N, in, H, W]}, output {@code [N, out, H/2, W/2]}.
 */
final class DiscriminatorBlock extends DualBlock {

    private final DiscriminatorLayer conv1;
    private final DiscriminatorLayer conv2;
    private final DiscriminatorLayer skip;

    DiscriminatorBlock(int inputs, int outputs) {
        conv1 = addChildBlock("conv1", new DiscriminatorLayer(inputs, inputs, 3, Kind.SAME));
        conv2 =
                addChildBlock(
                        "conv2", new DiscriminatorLayer(inputs, outputs, 3, Kind.DOWNSAMPLING));
        skip = addChildBlock("skip", new DiscriminatorLayer(inputs, outputs, 1, Kind.SKIP));
    }

    @Override
    Dual apply(Pass pass, Dual x) {
        Dual y = conv2.apply(pass, conv1.apply(pass, x));
        return y.plus(skip.apply(pass, x)).times(Math.sqrt(0.5));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return skip.getOutputShapes(inputs);
    }
}
