/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.GeneratorExtra;
import org.onemodel.image.Words;
import org.onemodel.restore.OneModelException;

/** The noise maps that every generator can have. */
public enum StandardNoise implements NoiseSource {

    /** Normally distributed values, others for each image. */
    RANDOM("random") {
        @Override
        public List<NDArray> maps(Autoencoder autoencoder, Draws draws, NDArray w) {
            return drawn(autoencoder, draws, w);
        }
    },

    /**
     * The same maps for all images and seeds: those that came with the generator or, if none did,
     * some that are drawn as for the first image of seed 0.
     */
    FIXED("fixed") {
        @Override
        public List<NDArray> maps(Autoencoder autoencoder, Draws draws, NDArray w) {
            if (autoencoder.decoder().extras().contains(GeneratorExtra.FIXED_NOISE)) {
                return autoencoder.decoder().fixedNoise(autoencoder.pass(false), w);
            }
            return drawn(autoencoder, new Draws(0, 0, 1), w).stream()
                    .map(map -> map.repeat(0, draws.count()))
                    .toList();
        }
    },

    /** Zeros: what the latent code alone says. */
    NONE("none") {
        @Override
        public List<NDArray> maps(Autoencoder autoencoder, Draws draws, NDArray w) {
            return autoencoder.decoder().noiseMapSizes().stream()
                    .map(side -> w.getManager().zeros(new Shape(draws.count(), 1, side, side)))
                    .toList();
        }
    };

    private final String word;

    StandardNoise(String word) {
        this.word = word;
    }

    /** Reads a user's word; the message of the error has all words that noise can be. */
    static StandardNoise of(String word) {
        Object[] words = {RANDOM, FIXED, NONE, GIVEN};
        try {
            return (StandardNoise) Words.find(words, "noise", word);
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    private static List<NDArray> drawn(Autoencoder autoencoder, Draws draws, NDArray w) {
        List<NDArray> maps = new ArrayList<>();
        for (int side : autoencoder.decoder().noiseMapSizes()) {
            float[] values = draws.normal(Draws.FIRST_MAP + maps.size(), side * side);
            maps.add(w.getManager().create(values, new Shape(draws.count(), 1, side, side)));
        }
        return maps;
    }

    @Override
    public String toString() {
        return word;
    }
}
