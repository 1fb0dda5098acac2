/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.List;

/**
 * The variance of noise as a straight line over the grey level.
 *
 * @param slope the gain, not negative
 * @param intercept variance at grey level 0, negative where the camera's offset is large
 * @param slopeError standard error of the slope
 */
record VarianceLine(double slope, double intercept, double slopeError) {

    /** Rounds of least squares, of which the later ones trust outliers less. */
    private static final int ROUNDS = 30;

    private static final int PLAIN_ROUNDS = 10;

    /** Deviations of more standard errors lose weight (Huber). */
    private static final double TOLERANCE = 1.5;

    /** Smallest variance that is told from 0, as a share of the mean one. */
    private static final double FLOOR = 1e-4;

    /** Fits a line; the weights depend on it, so this is repeated. */
    static VarianceLine fit(List<LevelSet> sets) {
        double mean = meanVariance(sets);
        VarianceLine line = new VarianceLine(0, mean, 0);
        for (int round = 0; round < ROUNDS; round++) {
            line = line.better(sets, FLOOR * mean, round >= PLAIN_ROUNDS);
        }
        return line;
    }

    /** Fits a line through a point, starting from this one. */
    VarianceLine through(List<LevelSet> sets, double mean, double variance) {
        double floor = FLOOR * meanVariance(sets);
        double squares = 0;
        double products = 0;
        for (LevelSet set : sets) {
            double x = set.mean() - mean;
            double weight = x > 0 ? weight(set, floor, true) : 0;
            squares += weight * x * x;
            products += weight * x * (set.variance() - variance);
        }
        double better = squares > 0 ? Math.max(0, products / squares) : 0;
        double error = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        return new VarianceLine(better, variance - better * mean, error);
    }

    /** The line's variance at a grey level, not negative. */
    double at(double mean) {
        return Math.max(0, slope * mean + intercept);
    }

    /** The mean variance of sets that are as one, each weighing by what stands behind it. */
    static double meanVariance(List<LevelSet> sets) {
        double sum = 0;
        double freedom = 0;
        for (LevelSet set : sets) {
            sum += set.freedom() * set.variance();
            freedom += set.freedom();
        }
        return sum / freedom;
    }

    private VarianceLine better(List<LevelSet> sets, double floor, boolean robust) {
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        for (LevelSet set : sets) {
            double weight = weight(set, floor, robust);
            sum += weight;
            meanX += weight * set.mean();
            meanY += weight * set.variance();
        }
        if (sum == 0) {
            return this;
        }
        meanX /= sum;
        meanY /= sum;
        double squares = 0;
        double products = 0;
        for (LevelSet set : sets) {
            double weight = weight(set, floor, robust);
            double x = set.mean() - meanX;
            squares += weight * x * x;
            products += weight * x * (set.variance() - meanY);
        }
        double better = squares > 0 ? Math.max(0, products / squares) : 0;
        double error = squares > 0 ? 1 / Math.sqrt(squares) : 0;
        return new VarianceLine(better, meanY - better * meanX, error);
    }

    private double weight(LevelSet set, double floor, boolean robust) {
        double expected = Math.max(floor, at(set.mean()));
        double error = set.error(expected);
        if (error == 0) {
            return 0;
        }
        double deviation = Math.abs(set.variance() - expected) / error;
        double trust = robust && deviation > TOLERANCE ? TOLERANCE / deviation : 1;
        return trust / (error * error);
    }
}
