/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder;

/** What a generator's file may hold besides its networks. */
public enum GeneratorExtra {
    /** The mean w̄ of the mapping network's output, {@code latent_avg [L]}, for truncation. */
    MEAN_LATENT,
    /** A fixed noise map per layer, {@code noises.noise_k [1, 1, r, r]}. */
    FIXED_NOISE
}
