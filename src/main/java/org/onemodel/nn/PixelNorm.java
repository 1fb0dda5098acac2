/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;

/** What StyleGAN's mapping networks begin with: {@code z / √(mean(z²) + 1e-8)}. */
public final class PixelNorm {

    private static final float EPSILON = 1e-8f;

    private PixelNorm() {}

    /**
     * Normalises each latent vector.
     *
     * @param z {@code [N, L]}
     * @return {@code [N, L]}
     */
    public static NDArray apply(NDArray z) {
        return z.div(z.square().mean(new int[] {1}, true).add(EPSILON).sqrt());
    }
}
