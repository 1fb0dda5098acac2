/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/** A differentiable figure per image, 0 where output and target are equal. */
@FunctionalInterface
interface Loss {

    /**
     * Compares output and target.
     *
     * @param output {@code [N, C, H, W]}, values about [-1, 1]
     * @param target of the same shape
     * @param mask weight of each pixel {@code [N, 1, H, W]}, none negative; empty where all count
     * @return {@code [N]}, on the output's manager
     */
    NDArray perImage(NDArray output, NDArray target, Optional<NDArray> mask);
}
