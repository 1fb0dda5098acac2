/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import org.onemodel.train.settings.Settings;

/**
 * Which pixels are masked for training on single noisy images.
 *
 * @param share of the pixels that are masked, above 0 and at most 0.5
 * @param radius how far the neighbour is at most whose value a masked pixel gets, in pixels along
 *     each axis
 */
public record BlindSpotConfig(double share, int radius) {

    /** As published: 2 % of the pixels, neighbours at most five pixels away. */
    public static final BlindSpotConfig PUBLISHED = new BlindSpotConfig(0.02, 5);

    /**
     * Checks the numbers.
     *
     * @throws org.onemodel.train.settings.TrainingException if one is impossible, with its key
     */
    public BlindSpotConfig {
        Settings.require(
                share > 0 && share <= 0.5,
                "data.blindSpot.share",
                "must be above 0 and at most 0.5, not " + share);
        Settings.require(
                radius >= 1, "data.blindSpot.radius", "must be at least 1 pixel, not " + radius);
    }

    static BlindSpotConfig read(Settings s, Supervision supervision) {
        return supervision == Supervision.BLIND_SPOT
                ? new BlindSpotConfig(
                        s.number("data.blindSpot.share", PUBLISHED.share),
                        s.whole("data.blindSpot.radius", PUBLISHED.radius))
                : PUBLISHED;
    }
}
