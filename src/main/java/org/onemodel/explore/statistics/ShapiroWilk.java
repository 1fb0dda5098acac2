/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The test of Shapiro and Wilk: whether values come from a normal distribution of any mean and
 * standard deviation.
 *
 * <p>Weights and p-value are Royston's approximations: P. Royston, Approximating the Shapiro-Wilk
 * W-test for non-normality, Statistics and Computing 2 (1992), and Remark AS R94, Applied
 * Statistics 44 (1995), for samples that are not censored. He made them for 3 to 5000 values.
 *
 * @param w W, from 0 to 1; the closer to 1, the more do the values look normal
 * @param p how likely normal values have a W at most as large
 */
record ShapiroWilk(double w, double p) {

    /** The fewest values that have a W. */
    static final int FEWEST = 3;

    /** The most values that the approximation was made for. */
    static final int MOST = 5000;

    /** What cannot be said. */
    static final ShapiroWilk UNDEFINED = new ShapiroWilk(Double.NaN, Double.NaN);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Below this number of values, p comes from the formulas for few. */
    private static final int SMALL_BELOW = 12;

    // Polynomials by ascending power. Of u = 1/sqrt(n), added to the outermost normalised scores:
    private static final double[] LAST = {0, 0.221157, -0.147981, -2.071190, 4.434685, -2.706056};
    private static final double[] LAST_BUT_ONE = {
        0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633
    };
    // Of n < 12: the bound of -ln(1 - W), then mean and log deviation of its transform.
    private static final double[] SMALL_GAMMA = {-2.273, 0.459};
    private static final double[] SMALL_MEAN = {0.5440, -0.39978, 0.025054, -6.714e-4};
    private static final double[] SMALL_LOG_DEVIATION = {1.3822, -0.77857, 0.062767, -0.0020322};
    // Of ln n for n >= 12: mean and log deviation of ln(1 - W).
    private static final double[] MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
    private static final double[] LOG_DEVIATION = {-0.4803, -0.082676, 0.0030302};

    /**
     * Tests values.
     *
     * @param values from {@value #FEWEST} to {@value #MOST} values in any order; not changed
     * @return W and p; undefined if there are fewer values, all are equal or one is not finite
     * @throws IllegalArgumentException if there are more values
     */
    static ShapiroWilk of(double[] values) {
        int n = values.length;
        if (n > MOST) {
            throw new IllegalArgumentException(
                    "The Shapiro-Wilk test is for at most "
                            + MOST
                            + " values, and there are "
                            + n
                            + "; take a sample of them.");
        }
        if (n < FEWEST || !Arrays.stream(values).allMatch(Double::isFinite)) {
            return UNDEFINED;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double range = sorted[n - 1] - sorted[0];
        if (range == 0 || !Double.isFinite(range)) {
            return UNDEFINED;
        }
        double complement = complement(sorted, range);
        return new ShapiroWilk(1 - complement, p(n, complement));
    }

    /** 1 - W, computed without the cancellation that W close to 1 would bring. */
    private static double complement(double[] sorted, double range) {
        int n = sorted.length;
        double[] weights = weights(n);
        double mean = 0;
        for (double value : sorted) {
            mean += value / range / n;
        }
        double ofWeights = 0;
        double ofValues = 0;
        double product = 0;
        for (int i = 0; i < n; i++) {
            double value = sorted[i] / range - mean;
            ofWeights += weights[i] * weights[i];
            ofValues += value * value;
            product += weights[i] * value;
        }
        double root = Math.sqrt(ofWeights * ofValues);
        double complement = (root - product) * (root + product) / (ofWeights * ofValues);
        return Math.max(0, Math.min(1, complement));
    }

    /** The weight of each sorted value; they are antisymmetric and their squares add up to 1. */
    private static double[] weights(int n) {
        if (n == FEWEST) {
            return new double[] {-Math.sqrt(0.5), 0, Math.sqrt(0.5)};
        }
        double[] scores = new double[n]; // expected normal order statistics, after Blom
        double squares = 0;
        for (int i = 0; i < n; i++) {
            scores[i] = NORMAL.inverseCumulativeProbability((i + 1 - 0.375) / (n + 0.25));
            squares += scores[i] * scores[i];
        }
        double u = 1 / Math.sqrt(n);
        double last = scores[n - 1] / Math.sqrt(squares) + polynomial(LAST, u);
        boolean two = n > 5;
        double lastButOne =
                two ? scores[n - 2] / Math.sqrt(squares) + polynomial(LAST_BUT_ONE, u) : 0;
        double rest = squares - 2 * scores[n - 1] * scores[n - 1];
        double share = 1 - 2 * last * last;
        if (two) {
            rest -= 2 * scores[n - 2] * scores[n - 2];
            share -= 2 * lastButOne * lastButOne;
        }
        double scale = Math.sqrt(rest / share);
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = scores[i] / scale;
        }
        weights[n - 1] = last;
        weights[0] = -last;
        if (two) {
            weights[n - 2] = lastButOne;
            weights[1] = -lastButOne;
        }
        return weights;
    }

    private static double p(int n, double complement) {
        if (n == FEWEST) { // exact
            double angle = Math.asin(Math.sqrt(1 - complement)) - Math.asin(Math.sqrt(0.75));
            return Math.max(0, Math.min(1, 6 / Math.PI * angle));
        }
        double y = Math.log(complement);
        double mean;
        double deviation;
        if (n < SMALL_BELOW) {
            double gamma = polynomial(SMALL_GAMMA, n);
            if (y >= gamma) {
                return 0; // farther from normal than the approximation reaches
            }
            y = -Math.log(gamma - y);
            mean = polynomial(SMALL_MEAN, n);
            deviation = Math.exp(polynomial(SMALL_LOG_DEVIATION, n));
        } else {
            double log = Math.log(n);
            mean = polynomial(MEAN, log);
            deviation = Math.exp(polynomial(LOG_DEVIATION, log));
        }
        return NORMAL.survivalProbability((y - mean) / deviation);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
