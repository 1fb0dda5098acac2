/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

/**
 * The distribution of some values in figures; NaN where a figure is not defined.
 *
 * @param count how many values
 * @param mean their mean
 * @param deviation standard deviation, of n - 1; not defined for one value
 * @param skewness adjusted for the number of values (G1), 0 for a symmetric distribution; not
 *     defined for fewer than 3 values or equal ones
 * @param kurtosis excess kurtosis, adjusted for the number of values (G2), 0 for a normal
 *     distribution; not defined for fewer than 4 values or equal ones
 * @param minimum the smallest
 * @param maximum the largest
 * @param tested how many values the tests below were given, a random sample of at most {@value
 *     ShapiroWilk#MOST}
 * @param shapiroWilkW W of Shapiro and Wilk, 1 for values that look perfectly normal; not defined
 *     for fewer than {@value ShapiroWilk#FEWEST} values or equal ones
 * @param shapiroWilkP how likely a W so small is for independent values of a normal distribution
 * @param kolmogorovD largest difference of Kolmogorov and Smirnov between the cumulative
 *     distribution of the values and that of N(0, 1); not defined for fewer than 2 values or where
 *     one is not finite
 * @param kolmogorovP how likely a difference so large is for independent values of N(0, 1)
 */
public record Summary(
        long count,
        double mean,
        double deviation,
        double skewness,
        double kurtosis,
        double minimum,
        double maximum,
        int tested,
        double shapiroWilkW,
        double shapiroWilkP,
        double kolmogorovD,
        double kolmogorovP) {

    /**
     * A distribution is said to differ where independent values would do so by chance as rarely.
     */
    public static final double LEVEL = 0.05;

    /**
     * Whether the values differ from a normal distribution of any mean and deviation.
     *
     * @return yes, no, or an empty text if the test is not defined
     */
    public String differsFromNormal() {
        return word(shapiroWilkP);
    }

    /**
     * Whether the values differ from N(0, 1), the distribution of the noise that a generator is
     * trained with.
     *
     * @return yes, no, or an empty text if the test is not defined
     */
    public String differsFromStandardNormal() {
        return word(kolmogorovP);
    }

    private static String word(double p) {
        return Double.isNaN(p) ? "" : p < LEVEL ? "yes" : "no";
    }
}
