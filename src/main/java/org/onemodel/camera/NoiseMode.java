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
    NONE
}
