/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.Arrays;

/**
 * A map from an image's grey values to those that a network sees, about [-1, 1], and back; each
 * value by itself. Immutable.
 */
public interface ValueMap {

    /**
     * Maps grey values.
     *
     * @param values grey values, which are replaced
     */
    void apply(float[] values);

    /**
     * The inverse, within rounding; for a map that makes noise uniform, the one that is right on
     * average.
     *
     * @param values mapped values, which are replaced by grey values
     */
    void invert(float[] values);

    /**
     * Takes away what a network must not see, such as a bright outlier; it is added to the result.
     * Takes nothing unless a map says otherwise.
     *
     * @param values grey values, which are changed to the nearest that the network may see
     * @param excess takes what was taken away, as many values
     */
    default void takeExcess(float[] values, float[] excess) {
        Arrays.fill(excess, 0, values.length, 0);
    }

    /**
     * Whether the image needs no change, so that it comes back as it was.
     *
     * @return true for a constant image, and for one without noise where noise is to be removed
     */
    default boolean leavesAsIs() {
        return false;
    }
}
