/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import java.util.Random;

/**
 * Additive Gaussian noise that denoising benchmarks put on clean images: floats, neither clipped
 * nor rounded, and the same on every machine and Java version.
 *
 * <p>The field depends only on (σ, seed, image index, length): two images of a benchmark get
 * different noise, one image gets the same noise whatever was measured before, and two σ get the
 * same field, scaled. Thread-safe.
 *
 * @param sigma standard deviation in grey values, on the scale of the images (benchmarks: 0..255)
 * @param seed of the benchmark
 */
public record GaussianNoise(double sigma, long seed) {

    /** Odd constant near 2⁶⁴/φ, so that neighbouring indices are far apart. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /**
     * @throws IllegalArgumentException if sigma is negative or not finite
     */
    public GaussianNoise {
        if (!(sigma >= 0) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException(
                    "The noise level sigma must be zero or a positive number of grey values, not "
                            + sigma
                            + ".");
        }
    }

    /**
     * A noisy copy of an image.
     *
     * @param clean grey values, {@code [pixels]}; for colour, all channels one after the other
     * @param imageIndex position of the image in the benchmark
     * @return clean + noise, {@code [pixels]}; the input is not changed
     */
    public float[] addTo(float[] clean, long imageIndex) {
        float[] noisy = field(clean.length, imageIndex);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += clean[i];
        }
        return noisy;
    }

    /**
     * The noise alone.
     *
     * @param length number of values
     * @param imageIndex position of the image in the benchmark
     * @return independent values with mean 0 and standard deviation {@link #sigma()}
     */
    public float[] field(int length, long imageIndex) {
        // java.util.Random: the only generator whose Gaussian sequence is part of its
        // specification.
        Random random = new Random(scramble(seed + GOLDEN_GAMMA * (imageIndex + 1)));
        float[] field = new float[length];
        for (int i = 0; i < length; i++) {
            field[i] = (float) (sigma * random.nextGaussian());
        }
        return field;
    }

    /** Mixes all bits (finaliser of SplitMix64), since Random itself barely scrambles its seed. */
    private static long scramble(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
