/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import org.onemodel.image.Normalization;

/**
 * The affine map from a plane's grey values to [-1, 1]: scale·value + shift.
 *
 * @param scale factor
 * @param shift what is added
 */
record GreyMap(double scale, double shift) {

    /** The map of a normalisation; if its range is empty, values are only shifted. */
    static GreyMap of(Normalization normalization) {
        double low = normalization.low();
        double high = normalization.high();
        double scale = high > low ? 2 / (high - low) : 1;
        return new GreyMap(scale, -scale * (low / 2 + high / 2));
    }

    /** The map that is applied after an affine map of grey values. */
    GreyMap after(GreyMap first) {
        return new GreyMap(scale * first.scale, scale * first.shift + shift);
    }

    void apply(float[] values, int from, int to) {
        float factor = (float) scale;
        float summand = (float) shift;
        for (int i = from; i < to; i++) {
            values[i] = factor * values[i] + summand;
        }
    }

    /**
     * The map of values to others that has the least squared error.
     *
     * @param values {@code [channels][pixels]}
     * @param others of the same shape
     * @return the map; a shift by the difference of the means if all values are equal
     */
    static GreyMap leastSquares(float[][] values, float[][] others) {
        double count = 0;
        double meanOfValues = 0;
        double meanOfOthers = 0;
        double variance = 0;
        double covariance = 0;
        for (int c = 0; c < values.length; c++) {
            for (int i = 0; i < values[c].length; i++) {
                // Welford's running moments lose no digits where the mean is large.
                count++;
                double fromMean = values[c][i] - meanOfValues;
                meanOfValues += fromMean / count;
                meanOfOthers += (others[c][i] - meanOfOthers) / count;
                variance += fromMean * (values[c][i] - meanOfValues);
                covariance += fromMean * (others[c][i] - meanOfOthers);
            }
        }
        double slope = variance > 0 ? covariance / variance : 1;
        return new GreyMap(slope, meanOfOthers - slope * meanOfValues);
    }
}
