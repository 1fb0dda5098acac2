/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.restore.OneModelException;

/**
 * Noise maps that are known, such as those that an encoder read from images.
 *
 * @param maps one a generator layer, coarse to fine, each of the same number of images, from 1; the
 *     generated images take them in turn
 */
public record GivenNoise(List<NoiseMapValues> maps) implements NoiseSource {

    /** An immutable list. */
    public GivenNoise {
        maps = List.copyOf(maps);
    }

    @Override
    public List<NDArray> maps(Autoencoder autoencoder, Draws draws, NDArray w) {
        List<Integer> sides = autoencoder.decoder().noiseMapSizes();
        check(sides);
        List<NDArray> tensors = new ArrayList<>();
        for (int k = 0; k < sides.size(); k++) {
            int side = sides.get(k);
            float[][] images = maps.get(k).images();
            float[] values = new float[draws.count() * side * side];
            for (int i = 0; i < draws.count(); i++) {
                float[] image = images[(draws.first() + i) % images.length];
                System.arraycopy(image, 0, values, i * side * side, side * side);
            }
            Shape shape = new Shape(draws.count(), 1, side, side);
            tensors.add(w.getManager().create(values, shape));
        }
        return tensors;
    }

    private void check(List<Integer> sides) {
        if (maps.size() != sides.size()) {
            throw new OneModelException(
                    "There are "
                            + maps.size()
                            + " noise maps, but the generator takes "
                            + sides.size()
                            + "; give those of an image that the same model has encoded.");
        }
        for (int k = 0; k < sides.size(); k++) {
            NoiseMapValues map = maps.get(k);
            int side = sides.get(k);
            if (map.images().length == 0 || map.width() != side || map.height() != side) {
                throw new OneModelException(
                        String.format(
                                Locale.ROOT,
                                "Noise map %d has %d images of %d×%d values, but the generator"
                                        + " takes %d×%d; give those of an image of the"
                                        + " generator's size.",
                                k,
                                map.images().length,
                                map.width(),
                                map.height(),
                                side,
                                side));
            }
        }
    }

    @Override
    public String toString() {
        return "given";
    }
}
