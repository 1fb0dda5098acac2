/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.explore.maps.EncodedImageFile;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.OneModelException;

/**
 * Noise maps that are known, such as those that an encoder read from images. Maps of a multiple of
 * the generator's sizes give images of that multiple of its size.
 *
 * @param maps one a generator layer, coarse to fine, each of the same number of images, from 1; the
 *     generated images take them in turn
 */
public record GivenNoise(List<NoiseMapValues> maps) implements NoiseSource {

    /** An immutable list. */
    public GivenNoise {
        maps = List.copyOf(maps);
    }

    /**
     * Reads the noise maps of an embedding; of an image of several tiles, those of each tile.
     *
     * @param embedding an .npz file that was written with noise maps or a reconstruction, or has
     *     the arrays latent, noise_00, noise_01 …
     * @return the noise maps
     * @throws IOException if it is missing or damaged, or holds no embeddings
     */
    public static GivenNoise read(Path embedding) throws IOException {
        List<EmbeddingValues> planes =
                EncodedImageFile.read(embedding).planes().stream()
                        .map(EncodedPlane::tiles)
                        .toList();
        return new GivenNoise(EmbeddingValues.join(planes).noiseMaps());
    }

    @Override
    public int scale(Decoder decoder) {
        List<Integer> sides = decoder.noiseMapSizes();
        if (maps.size() != sides.size()) {
            throw new OneModelException(
                    "There are "
                            + maps.size()
                            + " noise maps, but the generator takes "
                            + sides.size()
                            + "; give those of an image that the same model has encoded.");
        }
        int scale = maps.get(0).width() / sides.get(0);
        for (int k = 0; k < sides.size(); k++) {
            NoiseMapValues map = maps.get(k);
            int side = sides.get(k);
            boolean fits = map.width() == scale * side && map.height() == scale * side;
            if (!fits || scale < 1 || map.images().length == 0) {
                throw new OneModelException(
                        String.format(
                                Locale.ROOT,
                                "Noise map %d has %d images of %d×%d values, but the generator"
                                        + " takes %d×%5$d, or the same multiple of that as of the"
                                        + " others; give those of an image that the same model has"
                                        + " encoded.",
                                k,
                                map.images().length,
                                map.width(),
                                map.height(),
                                side));
            }
        }
        return scale;
    }

    @Override
    public List<NDArray> maps(Autoencoder autoencoder, Draws draws, NDArray w) {
        List<NDArray> tensors = new ArrayList<>();
        for (NoiseMapValues map : maps) {
            int length = map.height() * map.width();
            float[] values = new float[draws.count() * length];
            for (int i = 0; i < draws.count(); i++) {
                float[] image = map.images()[(draws.first() + i) % map.images().length];
                System.arraycopy(image, 0, values, i * length, length);
            }
            Shape shape = new Shape(draws.count(), 1, map.height(), map.width());
            tensors.add(w.getManager().create(values, shape));
        }
        return tensors;
    }

    @Override
    public String toString() {
        return GIVEN;
    }
}
