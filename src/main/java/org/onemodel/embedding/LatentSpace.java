/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.embedding;

/** Where a latent code enters the generator. */
public enum LatentSpace {
    /** One vector per image, {@code [N, L]}, which enters the mapping network. */
    Z,
    /**
     * One vector per layer, {@code [N, layers, L]}, which enters the synthesis network directly.
     */
    W_PLUS
}
