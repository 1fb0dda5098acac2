/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * The values that share a normalisation.
 *
 * @param planes the image
 * @param indices planes of it, from 0
 * @param channel which channel of each plane, or {@link #EVERY_CHANNEL}
 */
record GreySample(Planes planes, int[] indices, int channel) {

    /** The three colours of RGB together. */
    static final int EVERY_CHANNEL = -1;

    /** Takes values. */
    @FunctionalInterface
    interface Counter {

        /** Takes the first {@code length} values. */
        void count(float[] values, int length);
    }

    /** Reads all values, some at a time. */
    void forEach(Counter counter) {
        for (int index : indices) {
            RowSource plane = planes.rows(index);
            RowBands.forEach(
                    plane,
                    (y, rows, values) -> {
                        for (int c = 0; c < values.length; c++) {
                            if (channel == EVERY_CHANNEL || channel == c) {
                                counter.count(values[c], rows * plane.width());
                            }
                        }
                    });
        }
    }

    /** The range of the values between two percentiles; 0 to 0 if none is finite. */
    Normalization normalization(Percentiles percentiles) {
        GreyRanks ranks = new GreyRanks();
        forEach(ranks::count);
        if (ranks.isEmpty()) {
            return Normalization.ofRange(0, 0);
        }
        Normalization normalization = range(percentiles, ranks);
        boolean empty = normalization.low() == normalization.high();
        return empty ? range(Percentiles.MIN_MAX, ranks) : normalization;
    }

    private Normalization range(Percentiles percentiles, GreyRanks ranks) {
        long low = ranks.rankOf(percentiles.low());
        long high = ranks.rankOf(percentiles.high());
        if (ranks.isComplete()) {
            return Normalization.ofRange(ranks.wholeAt(low), ranks.wholeAt(high));
        }
        GreyRanks.Refinement lower = ranks.refine(low);
        GreyRanks.Refinement upper = ranks.refine(high);
        forEach(
                (values, length) -> {
                    lower.count(values, length);
                    upper.count(values, length);
                });
        return Normalization.ofRange(lower.value(), upper.value());
    }
}
