/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.List;
import java.util.Optional;
import org.onemodel.image.Normalization;
import org.onemodel.image.Percentiles;
import org.onemodel.train.settings.Settings;

/**
 * Which grey values become [-1, 1].
 *
 * @param percentiles of each channel of a file; used where there are no {@code values}
 * @param values fixed grey values for all files
 * @param given whether the settings name one of the two; if not, 8-bit and RGB planes are taken as
 *     they are: 0 to 255
 * @param match whether the target's grey values are fitted to the input's by the affine map of
 *     least squared error
 */
public record GreyRangeConfig(
        Percentiles percentiles, Optional<Normalization> values, boolean given, boolean match) {

    /** Smallest to largest value of a file; 8-bit and RGB planes as they are. */
    public static final GreyRangeConfig DEFAULT =
            new GreyRangeConfig(Percentiles.MIN_MAX, Optional.empty(), false, false);

    private static final String PERCENTILES = "data.range.percentiles";
    private static final String VALUES = "data.range.values";

    static GreyRangeConfig read(Settings s, Supervision supervision) {
        boolean given = s.has(PERCENTILES) || s.has(VALUES);
        Settings.require(
                !(s.has(PERCENTILES) && s.has(VALUES)), VALUES, "does not go with " + PERCENTILES);
        Optional<Normalization> values =
                s.has(VALUES) ? Optional.of(values(s.range(VALUES, null))) : Optional.empty();
        // Two noisy takes share their scale, and clean images have no target of their own.
        boolean match = supervision == Supervision.PAIRS && s.flag("data.range.match", false);
        List<Double> ends = s.range(PERCENTILES, List.of(0.0, 100.0));
        double low = ends.get(0);
        double high = ends.get(1);
        Settings.require(
                low >= 0 && low < high && high <= 100,
                PERCENTILES,
                "must be two numbers from 0 to 100, the smaller first, not " + ends);
        return new GreyRangeConfig(new Percentiles(low, high), values, given, match);
    }

    private static Normalization values(List<Double> ends) {
        double low = ends.get(0);
        double high = ends.get(1);
        Settings.require(low < high, VALUES, "must be two different numbers, not " + ends);
        return Normalization.ofRange(low, high);
    }
}
