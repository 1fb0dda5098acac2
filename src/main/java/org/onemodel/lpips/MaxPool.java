/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * The maximum over square windows, two pixels apart.
 *
 * <p>{@code [N, C, H, W]} to {@code [N, C, H', W']} with H' = (H − window) / 2 + 1, rounded down
 * or, in ceil mode, up: the last window then may reach over the border, where nothing counts.
 */
final class MaxPool extends Layer {

    private static final int STRIDE = 2;

    private final int window;
    private final boolean ceil;

    MaxPool(int window, boolean ceil) {
        this.window = window;
        this.ceil = ceil;
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        return Pool.maxPool2d(
                x, new Shape(window, window), new Shape(STRIDE, STRIDE), new Shape(0, 0), ceil);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {
            new Shape(in.get(0), in.get(1), outputSide(in.get(2)), outputSide(in.get(3)))
        };
    }

    private long outputSide(long side) {
        return Math.floorDiv(side - window + (ceil ? STRIDE - 1 : 0), STRIDE) + 1;
    }
}
