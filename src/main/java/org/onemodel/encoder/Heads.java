/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

/** What a network reads from an image. */
public enum Heads {
    /** Latent code and noise maps, from one backbone. */
    ALL,
    /** The latent code only. */
    LATENT,
    /** The noise maps only. */
    NOISE;

    /**
     * Whether the latent code is read.
     *
     * @return true for all but noise heads
     */
    public boolean readLatent() {
        return this != NOISE;
    }

    /**
     * Whether noise maps are read.
     *
     * @return true for all but latent heads
     */
    public boolean readNoise() {
        return this != LATENT;
    }
}
