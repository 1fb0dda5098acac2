/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import org.onemodel.image.ValueMap;

/**
 * How an image is brought to a network.
 *
 * @param map grey values to the network's range and back
 * @param noise the noise that was found or given, to be shown
 * @param sigma deviation of the noise after the map, of 255 grey levels; NaN if noise is not looked
 *     at
 * @param trained the noise that the network knows
 * @param correlated whether the estimate may be too low, as in {@link
 *     CameraNoiseEstimate#correlated}
 */
public record NoisePlan(
        ValueMap map, CameraNoise noise, double sigma, SigmaRange trained, boolean correlated) {

    /**
     * Keeps the network from removing more than noise; to be called before {@code map.invert}.
     *
     * @param restored the network's answer, {@code [width * height]}; changed in place
     * @param input the mapped grey values that it was made from
     * @param width columns
     * @param height rows
     */
    public void limit(float[] restored, float[] input, int width, int height) {
        if (!Double.isNaN(sigma)) {
            NoiseLimit.apply(restored, input, width, height, sigma, trained);
        }
    }

    /**
     * Whether there is nothing to remove, so that the image needs no network.
     *
     * @return true if the noise is looked at and there is none
     */
    public boolean isIdentity() {
        return sigma == 0;
    }
}
