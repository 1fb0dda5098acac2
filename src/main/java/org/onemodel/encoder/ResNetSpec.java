/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.nn.Shapes;

/**
 * The sizes of the paper's encoder.
 *
 * @param size side S of the images, a power of two from 8
 * @param latentSize length L of a latent vector
 * @param channels channels at each resolution 4, 8 … S, those of the generator
 * @param projection the form of the latent code
 * @param heads what the network reads
 */
public record ResNetSpec(
        int size,
        int latentSize,
        SortedMap<Integer, Integer> channels,
        Projection projection,
        Heads heads) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the size is no power of two or a resolution is missing
     */
    public ResNetSpec {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        if (!Shapes.isPowerOfTwo(size) || size < 8) {
            throw new IllegalArgumentException(
                    "An encoder's size is a power of two from 8, not " + size + ".");
        }
        for (int r = 4; r <= size; r *= 2) {
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
        return new ResNetSpec(size, latentSize, channels, projection, other);
    }

    /** Latent vectors in W+: two per resolution. */
    int latentCount() {
        return 2 * (Integer.numberOfTrailingZeros(size) - 1);
    }
}
