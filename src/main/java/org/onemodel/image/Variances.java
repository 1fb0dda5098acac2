/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** How much of an image's variance was taken away: sums of squares about the mean of each plane. */
final class Variances {

    private double input;
    private double residual;

    /**
     * Adds a plane.
     *
     * @param before its values
     * @param difference what was taken away; pixels where it is no number do not count
     */
    void add(float[] before, float[] difference) {
        input += squares(before, difference);
        residual += squares(difference, difference);
    }

    private static double squares(float[] values, float[] difference) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Float.isFinite(difference[i])) {
                sum += values[i];
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (Float.isFinite(difference[i])) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
        }
        return squares;
    }

    /** Variance of what was taken away by that of the input; 0 if the input is constant. */
    double share() {
        return input > 0 ? residual / input : 0;
    }
}
