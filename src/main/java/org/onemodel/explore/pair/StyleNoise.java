/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.image.Words;
import org.onemodel.restore.EncodedPlane;

/** Whose noise maps an image of mixed styles has, and with them whose grey values. */
public enum StyleNoise {

    /** The first image's, with its range of grey values and what lies beyond that. */
    FIRST("first", "noise maps of the first") {
        @Override
        EncodedPlane with(EncodedPair pair, EmbeddingValues latents) {
            return pair.first().withTiles(latents.withNoiseMaps(pair.start().noiseMaps()));
        }
    },

    /** The second image's, with its range of grey values and what lies beyond that. */
    SECOND("second", "noise maps of the second") {
        @Override
        EncodedPlane with(EncodedPair pair, EmbeddingValues latents) {
            return pair.second().withTiles(latents.withNoiseMaps(pair.end().noiseMaps()));
        }
    },

    /** Random ones, with the first image's range of grey values. */
    RANDOM("random", "random noise maps") {
        @Override
        EncodedPlane with(EncodedPair pair, EmbeddingValues latents) {
            return pair.first().withTiles(latents.withNoiseMaps(pair.random())).withoutExcess();
        }
    };

    private final String word;
    private final String label;

    StyleNoise(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code first}, {@code second} or {@code random}, in any case
     * @return whose noise maps
     * @throws IllegalArgumentException if it is another word
     */
    public static StyleNoise of(String word) {
        return Words.find(values(), "noise", word);
    }

    /**
     * A plane with these noise maps.
     *
     * @param pair the two images; with random noise maps, if these are taken
     * @param latents an embedding whose latent codes are taken
     */
    abstract EncodedPlane with(EncodedPair pair, EmbeddingValues latents);

    /** Whose range of grey values it is: 0 for the first's, 1 for the second's. */
    double range() {
        return this == SECOND ? 1 : 0;
    }

    /** What a row of a montage is called. */
    String label() {
        return label;
    }

    @Override
    public String toString() {
        return word;
    }
}
