/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import org.onemodel.image.Plane;

/**
 * The opponent colours of a plane: luminance (R + G + B) / √3, red against green (R - G) / √2 and
 * yellow against blue (R + G - 2B) / √6, after van de Sande, Gevers and Snoek, "Evaluating color
 * descriptors for object and scene recognition", TPAMI 2010. The axes are orthonormal, so that
 * squares add up; no gamma or white point is assumed, which images of microscopes do not have.
 */
final class OpponentColours {

    private static final double[][] AXES = {
        {1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)},
        {1 / Math.sqrt(2), -1 / Math.sqrt(2), 0},
        {1 / Math.sqrt(6), 1 / Math.sqrt(6), -2 / Math.sqrt(6)}
    };

    private OpponentColours() {}

    /**
     * The opponent colours of a plane times a number.
     *
     * @param plane one channel, or red, green and blue
     * @param scale the number
     * @return luminance first; of one channel, only itself
     */
    static float[][] of(Plane plane, double scale) {
        float[][] channels = plane.channels();
        float[][] colours = new float[channels.length][channels[0].length];
        for (int c = 0; c < channels.length; c++) {
            for (int i = 0; i < channels[0].length; i++) {
                double value = channels[c][i];
                if (channels.length > 1) {
                    value = 0;
                    for (int from = 0; from < channels.length; from++) {
                        value += AXES[c][from] * channels[from][i];
                    }
                }
                colours[c][i] = (float) (scale * value);
            }
        }
        return colours;
    }
}
