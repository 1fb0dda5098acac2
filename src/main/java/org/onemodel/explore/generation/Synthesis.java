/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.restore.TileDecoder;

/**
 * From random latent codes to images: mapping network, truncation, synthesis network.
 *
 * @param autoencoder the model, of which only the decoder is used
 * @param truncation truncates the mapped codes
 * @param noise gives the noise maps
 */
record Synthesis(Autoencoder autoencoder, Truncation truncation, NoiseSource noise) {

    /**
     * Makes images. What arises in a layer is freed before the next, as large images fill memory.
     *
     * @param z {@code [N, L]}, normally distributed
     * @param draws which images these are
     * @return {@code [N, 3, S, S]}, about [-1, 1]
     */
    float[] images(NDArray z, Draws draws) {
        Decoder decoder = autoencoder.decoder();
        NDArray w = decoder.map(autoencoder.pass(false), z);
        List<NDArray> maps = noise.maps(autoencoder, draws, w);
        NDArray latent = decoder.repeat(truncation.apply(w));
        List<float[]> images = new ArrayList<>();
        decode(
                new TileDecoder(
                        autoencoder, z.getManager(), batch -> images.add(batch.toFloatArray())),
                new Embedding(LatentSpace.W_PLUS, latent, maps));
        return images.get(0);
    }

    private static void decode(TileDecoder decoder, Embedding embedding) {
        PartialDecoding at = decoder.begin(embedding);
        for (int map = 1; map < embedding.noiseMaps().size(); map++) {
            at = decoder.advance(at, embedding, map);
        }
        decoder.finish(at, embedding);
    }
}
