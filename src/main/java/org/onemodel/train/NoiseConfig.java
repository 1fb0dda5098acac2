/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.SplittableRandom;

/**
 * Gaussian noise for training a denoiser: σ drawn uniformly from a range, per sample.
 *
 * @param low smallest σ, on the scale 0..255
 * @param high largest σ
 */
public record NoiseConfig(double low, double high) {

    /** Half of [-1, 1] per grey level of 255. */
    private static final double LEVEL = 2.0 / 255;

    /**
     * Adds noise in place.
     *
     * @param sample channel after channel, values in [-1, 1]
     * @param channels its channels
     * @param shared whether all channels get the same field, as grey images in three channels do
     * @param random the generator
     */
    public void addTo(float[] sample, int channels, boolean shared, SplittableRandom random) {
        double sigma = (low + random.nextDouble() * (high - low)) * LEVEL;
        int pixels = sample.length / channels;
        for (int i = 0; i < pixels; i++) {
            double field = random.nextGaussian();
            for (int c = 0; c < channels; c++) {
                double value = shared || c == 0 ? field : random.nextGaussian();
                sample[c * pixels + i] += (float) (sigma * value);
            }
        }
    }
}
