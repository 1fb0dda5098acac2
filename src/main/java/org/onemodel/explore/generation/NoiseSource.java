/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;

/**
 * Where the noise maps of generated images come from.
 *
 * <p>Implementations are immutable, and their {@code toString} is what a user is told of them.
 */
@FunctionalInterface
public interface NoiseSource {

    /**
     * The noise maps of some images.
     *
     * @param autoencoder the model, whose decoder says how many maps there are and how large
     * @param draws which images these are, and their random numbers
     * @param w {@code [N, L]}, which gives device and manager
     * @return {@code [N, 1, r, r]} each, coarse to fine, on the manager of w
     */
    List<NDArray> maps(Autoencoder autoencoder, Draws draws, NDArray w);
}
