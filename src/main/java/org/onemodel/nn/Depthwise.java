/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/** Convolves each channel with the same fixed filter. */
public final class Depthwise {

    private static final Shape ONE = new Shape(1, 1);

    private Depthwise() {}

    /**
     * Filters each channel, with zeros outside the image.
     *
     * @param x {@code [N, C, H, W]}
     * @param filter {@code k·k} values, row by row
     * @param padding zeros on each side
     * @param stride keeps each pixel whose row and column are multiples of this
     * @return {@code [N, C, H', W']} with H' = ⌊(H + 2·padding − k) / stride⌋ + 1
     */
    public static NDArray filter(NDArray x, float[] filter, int padding, int stride) {
        int side = (int) Math.round(Math.sqrt(filter.length));
        int channels = Math.toIntExact(x.getShape().get(1));
        NDArray kernel =
                Constants.tensor(x.getManager(), filter, new Shape(1, 1, side, side))
                        .repeat(0, channels);
        Shape strides = new Shape(stride, stride);
        Shape paddings = new Shape(padding, padding);
        return Conv2d.conv2d(x, kernel, null, strides, paddings, ONE, channels).singletonOrThrow();
    }
}
