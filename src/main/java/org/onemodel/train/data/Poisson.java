/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.SplittableRandom;

/**
 * Draws whole numbers from Poisson distributions, exactly: small means by inversion, others by
 * Hörmann's transformed rejection with squeeze (PTRS; Insurance: Mathematics and Economics 12,
 * 1993).
 */
final class Poisson {

    private static final double SMALL = 10;

    private Poisson() {}

    /**
     * Draws once.
     *
     * @param mean the mean, at least 0
     * @param random the generator
     * @return a whole number
     */
    static double draw(double mean, SplittableRandom random) {
        return mean < SMALL ? invert(mean, random) : reject(mean, random);
    }

    private static double invert(double mean, SplittableRandom random) {
        double left = random.nextDouble();
        double probability = Math.exp(-mean);
        int k = 0;
        // Beyond 100 the probability is below the resolution of a double.
        while (left > probability && k < 100) {
            left -= probability;
            k++;
            probability *= mean / k;
        }
        return k;
    }

    private static double reject(double mean, SplittableRandom random) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double sureBelow = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double edge = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / edge + b) * u + mean + 0.43);
            if (edge >= 0.07 && v <= sureBelow) {
                return k;
            }
            if (k >= 0 && (edge >= 0.013 || v <= edge)) {
                double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
                double hat = Math.log(v * inverseAlpha / (a / (edge * edge) + b));
                if (hat <= k * Math.log(mean) - mean - logFactorial(k)) {
                    return k;
                }
            }
        }
    }

    /** Stirling's series, from where it is exact to 1e-9; smaller numbers are raised by factors. */
    private static double logFactorial(double k) {
        double product = 1;
        double x = k + 1;
        while (x < 8) {
            product *= x;
            x++;
        }
        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
        return (x - 0.5) * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI)
                + series
                - Math.log(product);
    }
}
