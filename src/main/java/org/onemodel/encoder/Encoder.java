/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.Pass;

/** A network that reads a latent code and noise maps from images. */
public interface Encoder extends Block {

    /**
     * Encodes.
     *
     * @param pass the pass
     * @param images {@code [N, 3, H, W]}, values about [-1, 1], H and W multiples of the size S
     *     that the network was made for
     * @return the embedding, on the images' manager
     * @throws IllegalArgumentException if the shape does not fit
     */
    Embedding encode(Pass pass, NDArray images);

    /**
     * Whether the tone of an image is in the latent code, so that tiles of one image whose codes
     * differ come out with different tones.
     *
     * @return false if the tone is in the noise maps, or the code is the same for all images
     */
    boolean latentCarriesTone();
}
