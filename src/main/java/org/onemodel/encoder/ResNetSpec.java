/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sizes of the paper's encoder.
 *
 * @param noiseMaps the noise maps of the generator, up to the size S of its images
 * @param latentSize length L of a latent vector
 * @param channels channels at each resolution 4, 8 … S, those of the generator
 * @param projection the form of the latent code
 * @param heads what the network reads
 */
public record ResNetSpec(
        NoiseMapLayout noiseMaps,
        int latentSize,
        SortedMap<Integer, Integer> channels,
        Projection projection,
        Heads heads) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the size is below 8 or a resolution is missing
     */
    public ResNetSpec {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        noiseMaps.requireSize(8);
        for (int r = 4; r <= noiseMaps.size(); r *= 2) {
            if (!channels.containsKey(r)) {
                throw new IllegalArgumentException("The channel map lacks resolution " + r + ".");
            }
        }
    }

    /**
     * The same sizes for other heads.
     *
     * @param other what the network reads
     * @return a new spec
     */
    ResNetSpec withHeads(Heads other) {
        return new ResNetSpec(noiseMaps, latentSize, channels, projection, other);
    }

    /** Side S of the images. */
    int size() {
        return noiseMaps.size();
    }

    /** Latent vectors in W+: two per resolution. */
    int latentCount() {
        return 2 * (Integer.numberOfTrailingZeros(size()) - 1);
    }
}
