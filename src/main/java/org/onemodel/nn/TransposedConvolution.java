/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Transposed convolution of stride 2 together with a filter, in polyphase form: each of the four
 * pixels that come from one has a 3×3 kernel of its own, so that one convolution at the low
 * resolution and a pixel shuffle give what the two would at the high one.
 */
final class TransposedConvolution {

    private static final Shape ONE = new Shape(1, 1);

    /** Kernel and filter together cover this many pixels, if need be with zeros around. */
    private static final int COVERED = 6;

    private TransposedConvolution() {}

    /**
     * Doubles the size: {@code y[o] = Σ x[i]·K[o + 2 − 2i]} in each direction, K the full
     * convolution of kernel and filter, in the middle of 6 pixels.
     *
     * @param x {@code [N, in, H, W]}
     * @param kernel {@code [out, in, 3, 3]}
     * @param filter a symmetric filter of 2×2 or 4×4
     * @return {@code [N, out, 2H, 2W]}
     */
    static NDArray upsample(NDArray x, NDArray kernel, float[] filter) {
        Shape s = kernel.getShape();
        int side = (int) Math.round(Math.sqrt(filter.length));
        NDArray fir = Constants.tensor(kernel.getManager(), filter, new Shape(1, 1, side, side));
        int padding = (COVERED - 3 + side - 1) / 2;
        NDArray phases =
                Conv2d.conv2d(
                                kernel.reshape(-1, 1, 3, 3),
                                fir,
                                null,
                                ONE,
                                new Shape(padding, padding))
                        .singletonOrThrow() // [out·in, 1, 6, 6]
                        .reshape(s.get(0), s.get(1), 3, 2, 3, 2) // [out, in, y, dy, x, dx]
                        .flip(2, 4)
                        .transpose(0, 3, 5, 1, 2, 4) // [out, dy, dx, in, 3, 3]
                        .reshape(s.get(0) * PixelShuffle.PIXELS, s.get(1), 3, 3);
        return PixelShuffle.unfold(Conv2d.conv2d(x, phases, null, ONE, ONE).singletonOrThrow());
    }
}
