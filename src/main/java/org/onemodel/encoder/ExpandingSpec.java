/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import java.util.List;
import org.onemodel.nn.Shapes;

/**
 * The sizes of an {@link ExpandingEncoder}.
 *
 * @param size side S of the generator's images, a power of two from 16
 * @param latentSize length L of a latent vector
 * @param latentCount latent vectors in W+
 * @param widths channels at S/2, S/4 … 4
 * @param depth residual blocks per level and direction
 */
public record ExpandingSpec(
        int size, int latentSize, int latentCount, List<Integer> widths, int depth) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if there is not one width for each resolution from S/2 to 4
     */
    public ExpandingSpec {
        widths = List.copyOf(widths);
        if (!Shapes.isPowerOfTwo(size) || size < 16) {
            throw new IllegalArgumentException(
                    "An expanding encoder's size is a power of two from 16, not " + size + ".");
        }
        int levels = Integer.numberOfTrailingZeros(size) - 2;
        if (widths.size() != levels) {
            throw new IllegalArgumentException(
                    "An expanding encoder of size "
                            + size
                            + " has "
                            + levels
                            + " widths, not "
                            + widths.size()
                            + ".");
        }
    }
}
