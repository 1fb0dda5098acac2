/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.onemodel.nn.Constants;

/** Losses that are a mean over pixels and channels, so that pixels can be weighted. */
final class PixelLosses {

    /** In place of the sum of a mask that marks nothing: the loss then is 0, and not 0 / 0. */
    private static final float SMALLEST_SUM = 1e-12f;

    private static final int[] VALUES = {1};

    private PixelLosses() {}

    /** Mean squared error per image, a {@link Loss}. */
    static NDArray squared(NDArray output, NDArray target, Optional<NDArray> mask) {
        return mean(output.sub(target).square(), mask);
    }

    /** Mean absolute error per image, a {@link Loss}. */
    static NDArray absolute(NDArray output, NDArray target, Optional<NDArray> mask) {
        return mean(output.sub(target).abs(), mask);
    }

    private static NDArray mean(NDArray errors, Optional<NDArray> mask) {
        long images = errors.getShape().get(0);
        long channels = errors.getShape().get(1);
        if (mask.isEmpty()) {
            return errors.reshape(images, -1).mean(VALUES);
        }
        NDArray sum = errors.mul(mask.get()).reshape(images, -1).sum(VALUES);
        NDArray weights = mask.get().reshape(images, -1);
        weights.attach(errors.getManager());
        return sum.div(Constants.times(weights.sum(VALUES), channels).maximum(SMALLEST_SUM));
    }
}
