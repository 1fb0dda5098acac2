/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import org.onemodel.embedding.LatentSpace;

/** What an encoder predicts as latent code, in the forms of the paper. */
public enum Projection {
    /** One vector per layer, which enters the synthesis network directly. */
    W_PLUS(LatentSpace.W_PLUS),
    /** The vectors of W+ summed into one, which enters the mapping network. */
    Z_SUM(LatentSpace.Z),
    /** One vector from the last block, which enters the mapping network. */
    Z(LatentSpace.Z);

    private final LatentSpace space;

    Projection(LatentSpace space) {
        this.space = space;
    }

    /**
     * Where the latent code enters the generator.
     *
     * @return W+ or Z
     */
    public LatentSpace space() {
        return space;
    }
}
