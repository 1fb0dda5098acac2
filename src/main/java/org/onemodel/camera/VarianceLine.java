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
 * @param intercept variance at grey level 0, negative where the offset is large
 * @param slopeError standard error of the slope
 */
record VarianceLine(double slope, double intercept, double slopeError) {

    private static final int ROUNDS = 30;

    /** Relative error of a set's variance that no number of pixels removes: structure. */
    private static final double MODEL_ERROR = 0.03;

    /** A deviation of this many standard errors loses weight; upwards, structure is likely. */
    private static final double TOLERANCE = 1.5;

    /** Robust weighted least squares, iterated as the weights depend on the line. */
    static VarianceLine fit(List<LevelSet> sets) {
        double floor = 0;
        double all = 0;
        for (LevelSet set : sets) {
            floor += set.variance() * set.freedom();
            all += set.freedom();
        }
        floor *= 1e-4 / all;
        VarianceLine line = null;
        for (int round = 0; round < ROUNDS; round++) {
            line = fit(sets, line, floor, round > 10);
        }
        return line;
    }

    private static VarianceLine fit(List<LevelSet> sets, VarianceLine last, double floor, boolean robust) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wxy = 0;
        for (LevelSet set : sets) {
            double expected =
                    last == null ? floor * 1e4 : Math.max(0, last.at(set.mean()));
            expected = Math.max(expected, floor);
            double error =
                    expected * Math.sqrt(2 / set.freedom() + MODEL_ERROR * MODEL_ERROR);
            double deviation = last == null ? 0 : (set.variance() - expected) / error;
            double trust = robust ? Math.min(1, TOLERANCE / Math.abs(deviation)) : 1;
            double weight = trust / (error * error);
            w += weight;
            wx += weight * set.mean();
            wy += weight * set.variance();
        }
        double meanX = wx / w;
        double meanY = wy / w;
        for (LevelSet set : sets) {
            double expected =
                    last == null ? floor * 1e4 : Math.max(0, last.at(set.mean()));
            expected = Math.max(expected, floor);
            double error =
                    expected * Math.sqrt(2 / set.freedom() + MODEL_ERROR * MODEL_ERROR);
            double deviation = last == null ? 0 : (set.variance() - expected) / error;
            double trust = robust ? Math.min(1, TOLERANCE / Math.abs(deviation)) : 1;
            double weight = trust / (error * error);
            wxx += weight * (set.mean() - meanX) * (set.mean() - meanX);
            wxy += weight * (set.mean() - meanX) * (set.variance() - meanY);
        }
        double slope = wxx > 0 ? Math.max(0, wxy / wxx) : 0;
        return new VarianceLine(slope, meanY - slope * meanX, wxx > 0 ? 1 / Math.sqrt(wxx) : 0);
    }

    double at(double mean) {
        return slope * mean + intercept;
    }
}
