/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Transposed convolution of stride 2 in polyphase form: each of the four pixels that come from one
 * has a 2×2 kernel of its own, so that one convolution at the low resolution and a pixel shuffle
 * give it.
 */
final class TransposedConvolution {

    private static final Shape ONE = new Shape(1, 1);

    private TransposedConvolution() {}

    /**
     * Doubles the size, with all that the kernel reaches: {@code y[o] = Σ x[i]·K[o − 2i]} in each
     * direction.
     *
     * @param x {@code [N, in, H, W]}
     * @param kernel {@code [out, in, 4, 4]}
     * @return {@code [N, out, 2H + 2, 2W + 2]}
     */
    static NDArray full(NDArray x, NDArray kernel) {
        Shape s = kernel.getShape();
        // o = 2j + d takes K[d] from x[j] and K[d + 2] from x[j − 1].
        NDArray phases =
                kernel.reshape(s.get(0), s.get(1), 2, 2, 2, 2) // [out, in, y, dy, x, dx]
                        .flip(2, 4)
                        .transpose(0, 3, 5, 1, 2, 4) // [out, dy, dx, in, 2, 2]
                        .reshape(s.get(0) * PixelShuffle.PIXELS, s.get(1), 2, 2);
        return PixelShuffle.unfold(Conv2d.conv2d(x, phases, null, ONE, ONE).singletonOrThrow());
    }
}
