/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.grid;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onemodel.restore.OneModelException;

/**
 * Factors from one number to another at equal distances; immutable.
 *
 * @param from the first
 * @param to the last, larger or smaller than the first
 * @param steps how many there are
 */
public record GridFactors(double from, double to, int steps) {

    /** Half as much to half as much again; the reconstruction is in the middle. */
    public static final GridFactors DEFAULT = new GridFactors(0.5, 1.5, 5);

    /** Most factors of a map, so that a grid has at most the square of it. */
    public static final int MOST_STEPS = 32;

    private static final double LARGEST = 1000;

    /** Digits behind the point that are not lost to binary fractions. */
    private static final double ROUNDED = 1e9;

    private static final Pattern RANGE = Pattern.compile("([^:]+):([^:]+)");

    /**
     * Checks the numbers.
     *
     * @throws OneModelException if there are fewer than 2 or too many steps, or the bounds are not
     *     finite, equal, or absurd
     */
    public GridFactors {
        if (steps < 2 || steps > MOST_STEPS) {
            throw new OneModelException(
                    "The steps are "
                            + steps
                            + "; give how many factors each map gets, from 2 to "
                            + MOST_STEPS
                            + ".");
        }
        // not a number is no bound either
        if (!(Math.abs(from) <= LARGEST && Math.abs(to) <= LARGEST) || from == to) {
            throw refusal(from + ":" + to, null);
        }
    }

    /**
     * Reads a user's words.
     *
     * @param range the first and the last factor, such as {@code 0.5:1.5}
     * @param steps how many factors
     * @return the factors
     * @throws OneModelException if they are something else
     */
    public static GridFactors parse(String range, int steps) {
        Matcher bounds = RANGE.matcher(range.strip());
        if (!bounds.matches()) {
            throw refusal(range, null);
        }
        try {
            double from = Double.parseDouble(bounds.group(1).strip());
            double to = Double.parseDouble(bounds.group(2).strip());
            return new GridFactors(from, to, steps);
        } catch (NumberFormatException e) {
            throw refusal(range, e);
        }
    }

    private static OneModelException refusal(String range, Exception cause) {
        return new OneModelException(
                "The range is '"
                        + range
                        + "'; give the first and the last factor, two different numbers from -1000"
                        + " to 1000 such as 0.5:1.5.",
                cause);
    }

    /**
     * The factors.
     *
     * @return from the first to the last
     */
    public List<Double> values() {
        return IntStream.range(0, steps)
                .mapToObj(i -> from + (to - from) * i / (steps - 1))
                .map(factor -> Math.rint(factor * ROUNDED) / ROUNDED + 0.0) // 0 has no sign
                .toList();
    }

    /**
     * The factors in words.
     *
     * @return as many, such as {@code 0.5}
     */
    List<String> labels() {
        DecimalFormat format =
                new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return values().stream().map(format::format).toList();
    }
}
