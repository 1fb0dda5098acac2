/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;

/**
 * Gives a denoised plane the tone of its input: the local mean, which noise hardly changes.
 *
 * <p>The latent code is global to a tile, so tiles can differ a little in brightness. Noise has
 * mean zero, and a Gaussian window of deviation s averages over about 4πs² pixels: the low-pass
 * filtered input is more exact than the network there, and what the low-pass filtered result lacks
 * is added.
 */
final class ToneMatching {

    /** Deviation of the window in pixels: with noise of σ = 25 the local mean is off by 1.2. */
    private static final double DEVIATION = 6;

    private static final double ACCURACY = 1e-3;

    private ToneMatching() {}

    /**
     * Changes the restored plane.
     *
     * @param restored the network's result, row by row; changed in place
     * @param input what it was made from
     * @param width width of the plane in pixels
     * @param height its height
     */
    static void apply(float[] restored, float[] input, int width, int height) {
        float[] difference = new float[input.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = input[i] - restored[i];
        }
        FloatProcessor processor = new FloatProcessor(width, height, difference);
        new GaussianBlur().blurFloat(processor, DEVIATION, DEVIATION, ACCURACY);
        for (int i = 0; i < difference.length; i++) {
            restored[i] += difference[i];
        }
    }
}
