/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import java.util.SplittableRandom;

/** Where real images come from. */
@FunctionalInterface
public interface RealImages {

    /**
     * Draws an image.
     *
     * @param random decides which; the same state gives the same image
     * @return a new array, {@code [3, S, S]} row by row, in [-1, 1]
     */
    float[] sample(SplittableRandom random);
}
