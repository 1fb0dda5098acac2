/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import java.util.List;

/**
 * The noise maps that a generator takes, and so an encoder has to give: one or two per resolution.
 *
 * @param sizes the side of each noise map, coarse to fine, from 4 to the size S of the generator
 */
public record NoiseMapLayout(List<Integer> sizes) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if they are not one or two maps at 4, 8, 16 … each
     */
    public NoiseMapLayout {
        sizes = List.copyOf(sizes);
        int seen = 0;
        for (int r = 4; seen < sizes.size(); r *= 2) {
            int maps = count(sizes, r);
            if (maps < 1 || maps > 2 || sizes.get(seen) != r || sizes.get(seen + maps - 1) != r) {
                throw new IllegalArgumentException(
                        "Noise maps are one or two per resolution 4, 8, 16 and so on, not "
                                + sizes
                                + ".");
            }
            seen += maps;
        }
        if (seen == 0) {
            throw new IllegalArgumentException("An encoder needs at least one noise map.");
        }
    }

    /**
     * The size of the generator.
     *
     * @return S, the side of the finest map
     */
    int size() {
        return sizes.get(sizes.size() - 1);
    }

    /**
     * Checks that the size is one that an encoder can have.
     *
     * @param smallest the smallest size
     * @throws IllegalArgumentException if it is below that
     */
    void requireSize(int smallest) {
        if (size() < smallest) {
            throw new IllegalArgumentException(
                    "Such an encoder's size is a power of two from "
                            + smallest
                            + ", not "
                            + size()
                            + ".");
        }
    }

    /**
     * The number of maps at a resolution.
     *
     * @param resolution such as 64
     * @return 1 or 2
     */
    int count(int resolution) {
        return count(sizes, resolution);
    }

    private static int count(List<Integer> sizes, int resolution) {
        return (int) sizes.stream().filter(r -> r == resolution).count();
    }
}
