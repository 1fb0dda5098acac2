/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import org.onemodel.embedding.Embedding;

/** Several images, each decoded from a change of one embedding. */
public interface Variations {

    /**
     * How many images there are.
     *
     * @return at least 1
     */
    int count();

    /**
     * Decodes a batch of tiles in each variation.
     *
     * @param tiles the embedding of a batch of tiles, which stays as it is
     * @param decoder takes the variations, in order, and as many as there are
     */
    void decode(Embedding tiles, TileDecoder decoder);
}
