/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import java.util.List;
import org.onemodel.embedding.LatentSpace;

/**
 * What an encoder reads from a plane of any size, which it sees in tiles.
 *
 * @param space where the latent codes enter the generator
 * @param layers how many vectors a latent code has: those of W+, or 1 for Z
 * @param codes the latent code of each tile, {@code [layers * L]} in rows, in the order of the
 *     tiles
 * @param noiseMaps one a generator layer, coarse to fine, blended where tiles overlap, so that each
 *     pixel is there once
 */
public record PlaneEmbedding(
        LatentSpace space, int layers, List<float[]> codes, List<NoiseMap> noiseMaps) {

    /** Keeps the lists as they are now. */
    public PlaneEmbedding {
        codes = List.copyOf(codes);
        noiseMaps = List.copyOf(noiseMaps);
    }
}
