/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;

/**
 * A decoding as far as a noise map: all that a generator computes before it adds that map. From
 * here on it can be finished any number of times, with other values of that map and of later ones.
 *
 * @param map index of the noise map that comes next, 0 is the coarsest
 * @param features {@code [N, C, h, w]} in the resolution of that map, without it
 * @param image the image so far, where the generator builds one along the way
 */
public record PartialDecoding(int map, NDArray features, Optional<NDArray> image) {

    /**
     * The tensors.
     *
     * @return one or two
     */
    public NDList tensors() {
        NDList tensors = new NDList(features);
        image.ifPresent(tensors::add);
        return tensors;
    }
}
