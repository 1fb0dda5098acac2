/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.Arrays;

/**
 * The exact unbiased inverse of the generalised Anscombe transform, for gain 1 and offset 0.
 *
 * <p>The mean of the transform over Poisson and Gaussian noise is computed for 2048 numbers of
 * photons; between them the inverse is interpolated on straight lines, exact to 1e-4 photons. Where
 * photons and squared read noise add up to 256 or more, the asymptotic form is as exact. Below the
 * lowest mean, that of no photons at all, the inverse goes on as a straight line, so that what a
 * network makes of darkness keeps its mean.
 */
final class UnbiasedInverse {

    private static final int NODES = 2048;

    /** Photons plus squared read noise from which the asymptotic form is taken. */
    private static final double ASYMPTOTIC = 256;

    /** Nodes of the mean over the read noise, and their distance in standard deviations. */
    private static final int HALF_GAUSSIAN = 48;

    private static final double GAUSSIAN_STEP = 0.125;

    /** Probabilities below this, relative to the largest, are left out. */
    private static final double NEGLIGIBLE = 1e-12;

    private final double constant;

    /** Means of the transform, rising, and the photons that give them; empty if not needed. */
    private final double[] means;

    private final double[] photons;

    /** The lowest mean of the table or of the asymptotic form, its photons, and the slope there. */
    private final double lowestMean;

    private final double lowestPhotons;
    private final double lowestSlope;

    /**
     * The inverse for a camera.
     *
     * @param curve the transform
     * @param readNoise standard deviation of the read noise in photo-electrons
     */
    UnbiasedInverse(AnscombeCurve curve, double readNoise) {
        constant = 2 * curve.root();
        double most = ASYMPTOTIC - readNoise * readNoise;
        if (most > 1) {
            photons = new double[NODES];
            means = new double[NODES];
            double[] transformed = meansOverReadNoise(curve, readNoise, most);
            for (int i = 0; i < NODES; i++) {
                double root = (double) i / (NODES - 1);
                photons[i] = most * root * root;
                means[i] = meanOverPhotons(transformed, photons[i]);
            }
            lowestPhotons = 0;
            lowestMean = means[0];
            lowestSlope = photons[1] / (means[1] - means[0]);
        } else {
            photons = new double[0];
            means = new double[0];
            lowestMean = 2 * Math.sqrt(ASYMPTOTIC) - constant;
            lowestPhotons = asymptotic(lowestMean);
            lowestSlope = lowestMean / 2 + constant / 2;
        }
    }

    /** Mean of the transform over the read noise for 0, 1, 2 … photo-electrons. */
    private static double[] meansOverReadNoise(AnscombeCurve curve, double readNoise, double most) {
        double[] result = new double[(int) (most + 12 * Math.sqrt(most) + 32)];
        for (int k = 0; k < result.length; k++) {
            double sum = 0;
            double weights = 0;
            for (int n = -HALF_GAUSSIAN; n <= HALF_GAUSSIAN; n++) {
                double t = n * GAUSSIAN_STEP;
                double weight = Math.exp(-t * t / 2);
                sum += weight * curve.apply(k + readNoise * t);
                weights += weight;
            }
            result[k] = sum / weights;
        }
        return result;
    }

    /** Mean of a function of 0, 1, 2 … photo-electrons, of which there are so many on average. */
    private static double meanOverPhotons(double[] function, double mean) {
        int mode = (int) mean;
        double sum = function[mode];
        double probabilities = 1;
        double relative = 1; // to the probability of the mode
        for (int k = mode; k > 0 && relative > NEGLIGIBLE; k--) {
            relative *= k / mean;
            sum += relative * function[k - 1];
            probabilities += relative;
        }
        relative = 1;
        for (int k = mode + 1; k < function.length && relative > NEGLIGIBLE; k++) {
            relative *= mean / k;
            sum += relative * function[k];
            probabilities += relative;
        }
        return sum / probabilities;
    }

    /** Photons for a mean of the transform. */
    double apply(double mean) {
        if (mean <= lowestMean) {
            return lowestPhotons + lowestSlope * (mean - lowestMean);
        }
        if (means.length == 0 || mean >= means[NODES - 1]) {
            return asymptotic(mean);
        }
        int found = Arrays.binarySearch(means, mean);
        if (found >= 0) {
            return photons[found];
        }
        int upper = -found - 1;
        double share = (mean - means[upper - 1]) / (means[upper] - means[upper - 1]);
        return photons[upper - 1] + share * (photons[upper] - photons[upper - 1]);
    }

    /**
     * The inverse for many photons or much read noise: {@code d²/4 - 1/8 - r²} of the transform's
     * usual form d, with its constant multiplied out, as the square of a large read noise would
     * drown the rest. Here exact to 1e-4 photons, where the closed form of Mäkitalo and Foi (2013),
     * made for small numbers too, is to 1e-2.
     */
    private double asymptotic(double mean) {
        return mean * (mean / 4 + constant / 2) + 0.25;
    }
}
