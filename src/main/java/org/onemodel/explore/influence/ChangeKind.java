/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import java.util.Locale;

/** What can change in an image. */
public enum ChangeKind {
    /** Hue and saturation, where that follows the image's own colours or is smooth. */
    COLOUR,
    /** Luminance, where it is smooth: shading, haze, the background. */
    BRIGHTNESS,
    /** All else: detail that comes, goes, moves, gets stronger or weaker. */
    STRUCTURE;

    /** In a table. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
