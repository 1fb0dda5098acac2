/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

/**
 * The random numbers of some images that follow each other: those of an image depend on the seed
 * and on the image's place, and not on how many there are or how many are computed together.
 *
 * <p>The numbers are the same on every machine, with every version of Java.
 *
 * @param seed the seed
 * @param first the place of the first image, from 0
 * @param count N, how many images
 */
public record Draws(long seed, int first, int count) {

    /** The sequence for latent codes. */
    static final int LATENT = 0;

    /** The sequence for noise map 0; those for other maps follow. */
    static final int FIRST_MAP = 1;

    /**
     * Normally distributed numbers with mean 0 and deviation 1.
     *
     * @param sequence which of the independent sequences of each image, from 0
     * @param length how many numbers for each image
     * @return {@code [N, length]}, image by image
     */
    public float[] normal(int sequence, int length) {
        float[] values = new float[Math.multiplyExact(count, length)];
        for (int i = 0; i < count; i++) {
            NormalNumbers numbers = new NormalNumbers(seed, (long) first + i, sequence);
            for (int k = 0; k < length; k++) {
                values[i * length + k] = (float) numbers.next();
            }
        }
        return values;
    }
}
