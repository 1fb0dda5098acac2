/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * The upsampling of StyleGAN 1, whose kernel is spread over 4×4 pixels: transposed convolution of
 * stride 2 and padding 1 with the sum or the mean of the kernel's four shifts by up to one pixel.
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
        return upsample(x, kernel.flip(2, 3), SUM);
    }

    /**
     * Transposed convolution of stride 2 and padding 1 with the mean of the kernel's shifts.
     *
     * @param x {@code [N, in, H, W]}
     * @param kernel {@code [out, in, 3, 3]}
     * @return {@code [N, out, 2H, 2W]}
     */
    public static NDArray fused(NDArray x, NDArray kernel) {
        return upsample(x, kernel, MEAN);
    }

    private static NDArray upsample(NDArray x, NDArray kernel, float[] box) {
        NDArray spread = Depthwise.filter(kernel, box, 1, 1); // [out, in, 4, 4]
        return TransposedConvolution.full(x, spread).get(new NDIndex(":, :, 1:-1, 1:-1"));
    }
}
