/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;

/**
 * The upsampling of StyleGAN 1, whose filter is the mean or the sum of four neighbours.
 *
 * <p>Both of its kinds are transposed convolutions of stride 2 with a kernel of 4×4, and computed
 * as such at the low resolution.
 */
public final class BoxUpsampling {

    private static final float[] SUM = {1, 1, 1, 1};
    private static final float[] MEAN = {0.25f, 0.25f, 0.25f, 0.25f};

    private BoxUpsampling() {}

    /**
     * Repeats each pixel 2×2, then convolves.
     *
     * @param x {@code [N, in, H, W]}
     * @param kernel {@code [out, in, 3, 3]} of a convolution with padding 1
     * @return {@code [N, out, 2H, 2W]}
     */
    public static NDArray nearest(NDArray x, NDArray kernel) {
        return TransposedConvolution.upsample(x, kernel.flip(2, 3), SUM);
    }

    /**
     * Transposed convolution of stride 2 and padding 1, its kernel spread to 4×4: the mean of its
     * four shifts by up to one pixel.
     *
     * @param x {@code [N, in, H, W]}
     * @param kernel {@code [out, in, 3, 3]}
     * @return {@code [N, out, 2H, 2W]}
     */
    public static NDArray fused(NDArray x, NDArray kernel) {
        return TransposedConvolution.upsample(x, kernel, MEAN);
    }
}
