/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.types.Shape;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Dual;

/**
 * Minibatch standard deviation (Karras et al. 2018): a channel that tells how much the images of a
 * group differ, so that a generator whose images are all alike is found out.
 *
 * <p>Image n belongs to group n mod (N / size). The deviation over a group's images, biased, is
 * averaged over channels and pixels, one number a group.
 */
final class MinibatchDeviation {

    /** Images in a group, or N if there are fewer. */
    static final int GROUP = 4;

    private static final float EPSILON = 1e-8f;

    private MinibatchDeviation() {}

    /**
     * Adds the channel.
     *
     * @param x {@code [N, C, H, W]}, N at most 4 or a multiple of 4
     * @return {@code [N, C + 1, H, W]}
     */
    static Dual append(Dual x) {
        Shape s = x.value().getShape();
        long size = Math.min(GROUP, s.get(0));
        long groups = s.get(0) / size;
        Dual grouped = x.linear(a -> a.reshape(size, groups, -1)); // [size, groups, C·H·W]
        Dual deviation =
                grouped.linear(a -> a.sub(a.mean(new int[] {0}, true)))
                        .square()
                        .linear(a -> a.mean(new int[] {0})) // [groups, C·H·W]
                        .plus(Constants.scalar(x.value().getManager(), EPSILON))
                        .sqrt()
                        .linear(a -> a.mean(new int[] {1})); // [groups]
        long[] repeats = {size, 1, s.get(2), s.get(3)};
        return x.concat(deviation.linear(a -> a.reshape(groups, 1, 1, 1).tile(repeats)));
    }
}
