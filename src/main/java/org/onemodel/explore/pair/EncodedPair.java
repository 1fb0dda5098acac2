/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import java.util.List;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.image.ImagePlanes;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;

/**
 * Two encoded planes with the same tiles, and random noise maps for these tiles.
 *
 * @param first the first plane
 * @param second the second plane
 * @param random noise maps that are neither's, or none where they are not needed
 */
record EncodedPair(EncodedPlane first, EncodedPlane second, List<NoiseMapValues> random) {

    /**
     * Encodes two planes.
     *
     * @param codec encodes
     * @param images the planes
     * @param progress asked and told after each batch
     * @return the pair, without random noise maps
     * @throws OneModelException if a plane has nothing to encode, memory does not suffice, or the
     *     model has no encoder
     * @throws java.util.concurrent.CancellationException if canceled
     */
    static EncodedPair of(PlaneCodec codec, ImagePair images, Progress progress) {
        EncodedPlane first = encode(codec, images.first(), progress.part(0, 2, ""));
        EncodedPlane second = encode(codec, images.second(), progress.part(1, 2, ""));
        boolean sameTiles =
                first.tiling().equals(second.tiling()) && first.batch() == second.batch();
        if (!sameTiles) { // memory did not suffice for the second
            first = encode(codec, images.first(), progress.untold());
        }
        return new EncodedPair(first, second, List.of());
    }

    private static EncodedPlane encode(PlaneCodec codec, ImagePlanes plane, Progress progress) {
        EncodedPlane encoded = codec.encode(plane, progress).get(0);
        if (encoded.asIs()) {
            throw new OneModelException(
                    encoded.name()
                            + " has one grey value in nearly all pixels, so that there is nothing"
                            + " to encode; choose another image or plane.");
        }
        return encoded;
    }

    /** The same with noise maps from a seed. */
    EncodedPair withRandom(Decoder decoder, long seed) {
        return new EncodedPair(first, second, PlaneNoise.of(decoder, first.tiling(), seed));
    }

    /** The same with latent codes in W+. */
    EncodedPair inWPlus(PlaneCodec codec, Progress progress) {
        return new EncodedPair(
                codec.inWPlus(first, progress), codec.inWPlus(second, progress), random);
    }

    /** Latent codes and noise maps of the first plane. */
    EmbeddingValues start() {
        return first.tiles();
    }

    /** Latent codes and noise maps of the second plane. */
    EmbeddingValues end() {
        return second.tiles();
    }
}
