/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Arrays;

/**
 * Gives a denoised plane the tone of its input: the local mean, which noise hardly changes.
 *
 * <p>The latent code is global to a tile, so tiles can differ a little in brightness. Noise has
 * mean zero, and a Gaussian window of deviation s averages over about 4πs² pixels: the low-pass
 * filtered input is more exact than the network there, and what the low-pass filtered result lacks
 * is added.
 */
final class ToneMatching {

    /** Rows and columns that the window reaches from its centre: three deviations. */
    static final int REACH = 18;

    /** Deviation of the window in pixels: with noise of σ = 25 the local mean is off by 1.2. */
    private static final double DEVIATION = REACH / 3.0;

    private static final float[] WINDOW = window();

    private ToneMatching() {}

    private static float[] window() {
        double[] weights = new double[2 * REACH + 1];
        for (int i = 0; i < weights.length; i++) {
            double d = (i - REACH) / DEVIATION;
            weights[i] = Math.exp(-d * d / 2);
        }
        double sum = Arrays.stream(weights).sum();
        float[] window = new float[weights.length];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (weights[i] / sum);
        }
        return window;
    }

    /**
     * Changes the restored plane.
     *
     * @param restored the network's result, row by row; changed in place
     * @param input what it was made from
     * @param width width of the plane in pixels
     * @param height its height
     */
    static void apply(float[] restored, float[] input, int width, int height) {
        float[] lacking = filteredAlongX(restored, input, width, height);
        for (int y = 0; y < height; y++) {
            int at = y * width;
            for (int k = 0; k < WINDOW.length; k++) {
                int from = Math.max(0, Math.min(height - 1, y + k - REACH)) * width;
                float weight = WINDOW[k];
                for (int x = 0; x < width; x++) {
                    restored[at + x] += weight * lacking[from + x];
                }
            }
        }
    }

    /** What the result lacks, filtered along the rows; the border's pixels are repeated. */
    private static float[] filteredAlongX(float[] restored, float[] input, int width, int height) {
        float[] filtered = new float[height * width];
        float[] row = new float[width + 2 * REACH];
        for (int start = 0; start < filtered.length; start += width) {
            for (int x = 0; x < width; x++) {
                row[REACH + x] = input[start + x] - restored[start + x];
            }
            Arrays.fill(row, 0, REACH, row[REACH]);
            Arrays.fill(row, REACH + width, row.length, row[REACH + width - 1]);
            for (int k = 0; k < WINDOW.length; k++) {
                float weight = WINDOW[k];
                for (int x = 0; x < width; x++) {
                    filtered[start + x] += weight * row[x + k];
                }
            }
        }
        return filtered;
    }
}
