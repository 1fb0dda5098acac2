/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.nn.Shapes;

/**
 * The sizes of a StyleGAN generator.
 *
 * @param size side S of its images, a power of two from 8
 * @param latentSize length L of a latent vector
 * @param mappingLayers depth of the mapping network, 0 if there is none
 * @param channels channels at each resolution 4, 8 … S
 * @param extras what it has besides its networks
 */
public record GeneratorSpec(
        int size,
        int latentSize,
        int mappingLayers,
        SortedMap<Integer, Integer> channels,
        Set<GeneratorExtra> extras) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the size is no power of two or a resolution is missing
     */
    public GeneratorSpec {
        EnumSet<GeneratorExtra> copy = EnumSet.noneOf(GeneratorExtra.class);
        copy.addAll(extras);
        extras = Collections.unmodifiableSet(copy);
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        if (!Shapes.isPowerOfTwo(size) || size < 8) {
            throw new IllegalArgumentException(
                    "A StyleGAN generator's size is a power of two from 8, not " + size + ".");
        }
        for (int r = 4; r <= size; r *= 2) {
            if (!channels.containsKey(r)) {
                throw new IllegalArgumentException("The channel map lacks resolution " + r + ".");
            }
        }
    }

    /**
     * The sizes of a generator without extras.
     *
     * @param size side S of its images, a power of two from 8
     * @param latentSize length L of a latent vector
     * @param mappingLayers depth of the mapping network, 0 if there is none
     * @param channels channels at each resolution 4, 8 … S
     */
    public GeneratorSpec(
            int size, int latentSize, int mappingLayers, SortedMap<Integer, Integer> channels) {
        this(size, latentSize, mappingLayers, channels, Set.of());
    }

    /**
     * The number of doublings from 4×4 to S×S.
     *
     * @return log2(S) − 2
     */
    public int doublings() {
        return Integer.numberOfTrailingZeros(size) - 2;
    }

    /**
     * The number of latent vectors in W+.
     *
     * @return 2·log2(S) − 2
     */
    public int latentCount() {
        return 2 * doublings() + 2;
    }
}
