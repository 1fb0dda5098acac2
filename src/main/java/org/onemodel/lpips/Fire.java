/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * SqueezeNet's module (Iandola et al. 2016): a 1×1 convolution to few channels, then 1×1 and 3×3
 * convolutions side by side, ReLU after each.
 *
 * <p>{@code [N, in, H, W]} to {@code [N, expand1 + expand3, H, W]}.
 */
final class Fire extends Layer {

    private final Convolution squeeze;
    private final Convolution expand1;
    private final Convolution expand3;
    private final int outputs;

    Fire(int inputs, int squeezed, int outputs1, int outputs3) {
        squeeze = addChildBlock("squeeze", Convolution.biased(inputs, squeezed, 1, 1));
        expand1 = addChildBlock("expand1x1", Convolution.biased(squeezed, outputs1, 1, 1));
        expand3 = addChildBlock("expand3x3", Convolution.biased(squeezed, outputs3, 3, 1));
        outputs = outputs1 + outputs3;
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        NDArray y = Activation.relu(squeeze.apply(pass, x));
        NDArray wide = expand1.apply(pass, y).concat(expand3.apply(pass, y), 1);
        return Activation.relu(wide);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), outputs, in.get(2), in.get(3))};
    }
}
