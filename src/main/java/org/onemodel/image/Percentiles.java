/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * Two percentiles that bound the range of grey values.
 *
 * @param low percentile that maps to -1, from 0 up to {@code high}
 * @param high percentile that maps to 1, at most 100
 */
public record Percentiles(double low, double high) {

    /** 0.1 % and 99.9 %: a few hot or dead pixels do not set the contrast. */
    public static final Percentiles DEFAULT = new Percentiles(0.1, 99.9);

    /** 0 % and 100 %: the smallest and the largest value. */
    public static final Percentiles MIN_MAX = new Percentiles(0, 100);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless {@code 0 <= low < high <= 100}
     */
    public Percentiles {
        if (!(0 <= low && low < high && high <= 100)) {
            throw new IllegalArgumentException(
                    "The percentiles are "
                            + low
                            + " and "
                            + high
                            + "; expected two numbers from 0 to 100, the lower one first.");
        }
    }
}
