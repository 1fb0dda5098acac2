/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

/** What a user says about the noise of an image. */
public enum NoiseMode {

    /** The image tells: photon noise, noise of one strength, or none. */
    AUTO,

    /** Noise of the same strength at all grey levels. */
    GAUSSIAN,

    /** Photon noise and read noise, as cameras make them. */
    POISSON,

    /** Noise is not looked at: the grey levels' range becomes the network's, and no more. */
    NONE;

    /**
     * Reads a user's word.
     *
     * @param word {@code auto}, {@code gaussian}, {@code poisson} or {@code none}, in any case
     * @return the mode
     * @throws IllegalArgumentException if it is another word
     */
    public static NoiseMode of(String word) {
        for (NoiseMode mode : values()) {
            if (mode.name().equalsIgnoreCase(word.strip())) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "The noise is '" + word + "'; give auto, gaussian, poisson or none.");
    }
}
