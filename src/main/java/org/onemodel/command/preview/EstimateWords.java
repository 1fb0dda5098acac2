/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command.preview;

import java.util.Locale;
import org.onemodel.restore.Preview;

/** Says what a preview tells of the whole run. */
final class EstimateWords {

    private EstimateWords() {}

    /**
     * Noise, what was taken away, and time.
     *
     * @param preview the preview
     * @return such as "Noise: sigma 5.2; taken away here: 12.3 % of the variance; whole run: about
     *     14 s"
     */
    static String of(Preview preview) {
        String noise = preview.noise().isEmpty() ? "" : "Noise: " + preview.noise() + "; ";
        String words =
                noise
                        + String.format(
                                Locale.ROOT,
                                "taken away here: %.1f %% of the variance; whole run: %s",
                                100 * preview.picture().shareOfVariance(),
                                preview.duration());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
