/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import java.util.Random;

/**
 * A 16-bit camera: shot noise, read noise and a constant offset.
 *
 * @param photons at intensity 1
 * @param readNoise standard deviation in photons
 * @param gain grey values per photon
 * @param offset grey value of darkness
 */
record Camera(double photons, double readNoise, double gain, double offset) {

    /** What a very long exposure, scaled to the short one, would show. */
    short[] expose(Plane light) {
        short[] pixels = new short[light.values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = digitise(photons * light.values[i]);
        }
        return pixels;
    }

    /** A single short exposure. */
    short[] exposeBriefly(Plane light, Random random) {
        short[] pixels = new short[light.values.length];
        for (int i = 0; i < pixels.length; i++) {
            double caught = poisson(photons * light.values[i], random);
            pixels[i] = digitise(caught + readNoise * random.nextGaussian());
        }
        return pixels;
    }

    private short digitise(double signal) {
        return (short) Math.max(0, Math.min(65535, StrictMath.rint(offset + gain * signal)));
    }

    /** Knuth's method; the mean is small enough for exp(-mean). */
    private static int poisson(double mean, Random random) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
