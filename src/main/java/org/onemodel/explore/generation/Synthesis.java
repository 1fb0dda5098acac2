/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;

/**
 * From random latent codes to images: mapping network, truncation, synthesis network.
 *
 * @param autoencoder the model, of which only the decoder is used
 * @param truncation truncates the mapped codes
 * @param noise gives the noise maps
 */
record Synthesis(Autoencoder autoencoder, Truncation truncation, NoiseSource noise) {

    /**
     * Makes images.
     *
     * @param z {@code [N, L]}, normally distributed
     * @param draws which images these are
     * @return {@code [N, 3, S, S]}, about [-1, 1], on the manager of z
     */
    NDArray images(NDArray z, Draws draws) {
        Decoder decoder = autoencoder.decoder();
        NDArray w = decoder.map(autoencoder.pass(false), z);
        List<NDArray> maps = noise.maps(autoencoder, draws, w);
        NDArray latent = decoder.repeat(truncation.apply(w));
        return autoencoder.decode(new Embedding(LatentSpace.W_PLUS, latent, maps));
    }
}
