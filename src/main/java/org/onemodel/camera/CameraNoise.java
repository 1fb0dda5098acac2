/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

/**
 * The noise of a camera: photons arrive at random, and reading them out adds Gaussian noise. A
 * pixel of mean m has the variance {@code gain * (m - offset) + readNoise²}.
 *
 * @param gain grey levels per photo-electron, 0 for noise that is the same at all grey levels
 * @param offset grey level of darkness; if the gain is 0, it does not matter
 * @param readNoise standard deviation in darkness in grey levels, rounding to whole levels included
 */
public record CameraNoise(double gain, double offset, double readNoise) {

    /** An image without noise. */
    public static final CameraNoise NONE = new CameraNoise(0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not finite, or gain or read noise is negative
     */
    public CameraNoise {
        check("gain", gain, gain >= 0, "0 or a positive number of grey levels per photo-electron");
        check("offset", offset, true, "the grey level of darkness");
        check("read noise", readNoise, readNoise >= 0, "0 or a positive number of grey levels");
    }

    private static void check(String what, double value, boolean inRange, String expected) {
        if (!Double.isFinite(value) || !inRange) {
            throw new IllegalArgumentException(
                    "The camera's " + what + " is " + value + "; expected " + expected + ".");
        }
    }

    /**
     * Noise of one strength at all grey levels.
     *
     * @param sigma standard deviation in grey levels
     * @return noise of gain 0
     */
    public static CameraNoise gaussian(double sigma) {
        return new CameraNoise(0, 0, sigma);
    }

    /**
     * The noise's variance at a grey level.
     *
     * @param mean grey level without noise; below the offset the variance is that of darkness
     * @return variance in squared grey levels
     */
    public double variance(double mean) {
        return gain * Math.max(0, mean - offset) + readNoise * readNoise;
    }

    /**
     * The noise's standard deviation at a grey level.
     *
     * @param mean grey level without noise
     * @return standard deviation in grey levels
     */
    public double sigma(double mean) {
        return Math.sqrt(variance(mean));
    }

    /**
     * Whether there is no noise at all.
     *
     * @return true if gain and read noise are 0
     */
    public boolean isNone() {
        return gain == 0 && readNoise == 0;
    }
}
