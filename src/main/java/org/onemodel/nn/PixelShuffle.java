/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Moves 2×2 blocks of pixels into channels and back, without loss (Shi et al. 2016). */
public final class PixelShuffle {

    /** Pixels in a block. */
    public static final int PIXELS = 4;

    private PixelShuffle() {}

    /**
     * Halves the sides; channel {@code 4c + 2·dy + dx} holds pixel (dx, dy) of the blocks of c.
     *
     * @param x {@code [N, C, H, W]}, H and W even
     * @return {@code [N, 4C, H/2, W/2]}
     */
    public static NDArray fold(NDArray x) {
        Shape s = x.getShape();
        long height = s.get(2) / 2;
        long width = s.get(3) / 2;
        return x.reshape(s.get(0), s.get(1), height, 2, width, 2)
                .transpose(0, 1, 3, 5, 2, 4) // [N, C, 2, 2, H/2, W/2]
                .reshape(s.get(0), s.get(1) * PIXELS, height, width);
    }

    /**
     * Doubles the sides, the inverse of {@link #fold}.
     *
     * @param x {@code [N, 4C, H, W]}
     * @return {@code [N, C, 2H, 2W]}
     */
    public static NDArray unfold(NDArray x) {
        Shape s = x.getShape();
        long channels = s.get(1) / PIXELS;
        return x.reshape(s.get(0), channels, 2, 2, s.get(2), s.get(3))
                .transpose(0, 1, 4, 2, 5, 3) // [N, C, H, 2, W, 2]
                .reshape(s.get(0), channels, s.get(2) * 2, s.get(3) * 2);
    }
}
