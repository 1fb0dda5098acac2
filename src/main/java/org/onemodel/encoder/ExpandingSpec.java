/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import java.util.List;

/**
 * The sizes of an {@link ExpandingEncoder}.
 *
 * @param noiseMaps the noise maps of the generator, up to the size S of its images, from 16
 * @param latentSize length L of a latent vector
 * @param latentCount latent vectors in W+
 * @param widths channels at S/2, S/4 … 4
 * @param depth residual blocks per level and direction
 * @param projection the form of the latent code
 * @param heads what the network reads
 */
public record ExpandingSpec(
        NoiseMapLayout noiseMaps,
        int latentSize,
        int latentCount,
        List<Integer> widths,
        int depth,
        Projection projection,
        Heads heads) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the size is below 16 or there is not one width for each
     *     resolution from S/2 to 4
     */
    public ExpandingSpec {
        widths = List.copyOf(widths);
        noiseMaps.requireSize(16);
        int levels = Integer.numberOfTrailingZeros(noiseMaps.size()) - 2;
        if (widths.size() != levels) {
            throw new IllegalArgumentException(
                    "An expanding encoder of size "
                            + noiseMaps.size()
                            + " has "
                            + levels
                            + " widths, not "
                            + widths.size()
                            + ".");
        }
    }

    /**
     * The same sizes for other heads.
     *
     * @param other what the network reads
     * @return a new spec
     */
    ExpandingSpec withHeads(Heads other) {
        return new ExpandingSpec(
                noiseMaps, latentSize, latentCount, widths, depth, projection, other);
    }

    /** Vectors that the latent head gives. */
    int predictedLatents() {
        return projection == Projection.Z ? 1 : latentCount;
    }
}
