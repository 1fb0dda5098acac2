/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import java.util.Arrays;

/**
 * How often values of a random sample are how large, in bins of equal width.
 *
 * <p>The bins span the values between the percentiles 1 and 99 and a tenth of that on each side, as
 * far as there are values; what lies beyond is counted in no bin. The density of all values is then
 * known to within about 1/sqrt(counts) of a bin.
 *
 * @param low where the first bin starts
 * @param width of a bin, above 0
 * @param density the share of all values in each bin, divided by the bin's width: comparable with a
 *     probability density
 */
public record Histogram(double low, double width, double[] density) {

    private static final int BINS = 80;
    private static final double TAIL = 0.01;
    private static final double MARGIN = 0.1;

    /**
     * Of a sample.
     *
     * @param values any number of values; those that are not finite count as lying beyond
     * @return the histogram; of values that are all equal, one full bin in the middle of others of
     *     width 1 / {@value #BINS}
     */
    static Histogram of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Histogram(-0.5, 1.0 / BINS, new double[BINS]);
        }
        double from = sorted[(int) (TAIL * (sorted.length - 1))];
        double to = sorted[sorted.length - 1 - (int) (TAIL * (sorted.length - 1))];
        double margin = MARGIN * (to - from);
        double low = Math.max(sorted[0], from - margin);
        double high = Math.min(sorted[sorted.length - 1], to + margin);
        double width = (high - low) / BINS;
        if (!(low + width > low) || !Double.isFinite(width)) { // equal, as far as numbers tell
            low -= 0.5;
            width = 1.0 / BINS;
        }
        double[] density = new double[BINS];
        for (double value : sorted) {
            int bin = (int) Math.floor((value - low) / width);
            boolean onLastEdge = bin == BINS && value <= high;
            if (bin >= 0 && bin < BINS || onLastEdge) {
                density[Math.min(bin, BINS - 1)] += 1 / (width * values.length);
            }
        }
        return new Histogram(low, width, density);
    }

    /**
     * The middle of each bin.
     *
     * @return as many as there are bins, ascending
     */
    public double[] middles() {
        double[] middles = new double[density.length];
        Arrays.setAll(middles, i -> low + (i + 0.5) * width);
        return middles;
    }

    /**
     * Where the last bin ends.
     *
     * @return the upper bound
     */
    public double high() {
        return low + width * density.length;
    }
}
