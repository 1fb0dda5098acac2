/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.onemodel.restore.OneModelException;

/**
 * What noise maps are multiplied by, one after the other; immutable.
 *
 * @param values finite numbers, in the order in which they are shown; 1 changes nothing, 0 removes
 *     a map, what is below 0 turns it round
 */
public record NoiseFactors(List<Double> values) {

    /** The range in which the paper shifts noise maps, in whole steps: -2 to 3. */
    public static final NoiseFactors DEFAULT = of(-2, -1, 0, 1, 2, 3);

    /** The most factors of a sweep. */
    public static final int MOST = 1000;

    private static final MathContext SHOWN = new MathContext(4);

    /**
     * Checks the numbers.
     *
     * @throws OneModelException if there is none or more than {@value #MOST}, or one is not finite
     */
    public NoiseFactors {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST) {
            throw new OneModelException(
                    "There are " + values.size() + " factors; give 1 to " + MOST + ".");
        }
        for (double value : values) {
            if (!Double.isFinite((float) value)) {
                throw new OneModelException(
                        "A factor for noise maps is " + value + "; give finite numbers.");
            }
        }
    }

    /**
     * Lists factors.
     *
     * @param first a factor
     * @param others further ones
     * @return the factors in this order
     * @throws OneModelException if one is not finite
     */
    public static NoiseFactors of(double first, double... others) {
        return new NoiseFactors(
                DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(others))
                        .boxed()
                        .toList());
    }

    /**
     * Reads a user's words.
     *
     * @param text {@code FROM:TO:STEPS}, such as {@code -2:3:6}, for so many factors from the first
     *     to the last in equal steps; or the factors themselves with commas between, such as {@code
     *     -2,0,0.5,1}
     * @return the factors
     * @throws OneModelException if it is something else
     */
    public static NoiseFactors parse(String text) {
        String[] range = text.split(":", -1);
        try {
            return range.length == 3
                    ? between(number(range[0]), number(range[1]), number(range[2]))
                    : listed(text);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new OneModelException(
                    "The factors are '"
                            + text
                            + "'; give FROM:TO:STEPS such as -2:3:6, with 2 steps or more, or a"
                            + " list such as -2,0,1,3.",
                    e);
        }
    }

    /**
     * Reads a user's words.
     *
     * @param range {@code FROM:TO}, the first and the last factor, such as {@code 0.5:1.5}
     * @param steps how many factors, from the first to the last in equal steps
     * @return the factors
     * @throws OneModelException if the range is something else or the steps are not from 2 to
     *     {@value #MOST}
     */
    public static NoiseFactors range(String range, int steps) {
        if (steps < 2 || steps > MOST) {
            throw new OneModelException("The steps are " + steps + "; give 2 to " + MOST + ".");
        }
        String[] ends = range.split(":", -1);
        try {
            if (ends.length != 2) {
                throw new NumberFormatException("A range has two ends.");
            }
            return between(number(ends[0]), number(ends[1]), BigDecimal.valueOf(steps));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new OneModelException(
                    "The range is '"
                            + range
                            + "'; give the first and the last factor, such as 0.5:1.5.",
                    e);
        }
    }

    private static NoiseFactors between(BigDecimal from, BigDecimal to, BigDecimal count) {
        int steps = count.intValueExact();
        if (steps < 2) {
            throw new ArithmeticException("A range has two ends.");
        }
        if (steps > MOST) {
            throw new OneModelException("There are " + steps + " factors; give 1 to " + MOST + ".");
        }
        List<Double> values = new ArrayList<>();
        BigDecimal length = to.subtract(from);
        for (int i = 0; i < steps; i++) {
            BigDecimal way =
                    length.multiply(BigDecimal.valueOf(i))
                            .divide(BigDecimal.valueOf(steps - 1L), MathContext.DECIMAL128);
            values.add(from.add(way).doubleValue());
        }
        return new NoiseFactors(values);
    }

    private static NoiseFactors listed(String text) {
        List<Double> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            values.add(number(part).doubleValue());
        }
        return new NoiseFactors(values);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.strip());
    }

    /**
     * How many there are.
     *
     * @return at least 1
     */
    public int count() {
        return values.size();
    }

    /**
     * A factor in words.
     *
     * @param index which one
     * @return such as {@code x -2}
     */
    public String label(int index) {
        BigDecimal shown = BigDecimal.valueOf(values.get(index)).round(SHOWN);
        boolean none = shown.signum() == 0;
        return "x " + (none ? "0" : shown.stripTrailingZeros().toPlainString());
    }
}
