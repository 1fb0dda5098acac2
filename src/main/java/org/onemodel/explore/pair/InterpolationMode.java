/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import org.onemodel.image.Words;
import org.onemodel.restore.EncodedPlane;

/**
 * What of one image becomes that of the other.
 *
 * <p>In each mode the range of grey values goes from the first image's to the second's. What lies
 * beyond it belongs to single pixels as the noise maps do, and goes with them.
 */
public enum InterpolationMode {

    /** Latent code and noise maps: from the first image to the second. */
    ALL("all", "all") {
        @Override
        EncodedPlane at(EncodedPair pair, double t) {
            return NOISE.at(pair, t)
                    .withTiles(
                            pair.start()
                                    .withLatentsTowards(pair.end(), t)
                                    .withNoiseMapsTowards(pair.end(), t));
        }
    },

    /** The latent code; noise maps are random, and the same in all images. */
    LATENT("latent", "latent only") {
        @Override
        EncodedPlane at(EncodedPair pair, double t) {
            return pair.first()
                    .withTiles(
                            pair.start()
                                    .withLatentsTowards(pair.end(), t)
                                    .withNoiseMaps(pair.random()))
                    .withRangesTowards(pair.second(), t)
                    .withoutExcess();
        }
    },

    /** The noise maps; the latent code is the first image's. */
    NOISE("noise", "noise only") {
        @Override
        EncodedPlane at(EncodedPair pair, double t) {
            return pair.first()
                    .withTiles(pair.start().withNoiseMapsTowards(pair.end(), t))
                    .withRangesTowards(pair.second(), t)
                    .withExcessTowards(pair.second(), t);
        }
    };

    private final String word;
    private final String label;

    InterpolationMode(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code all}, {@code latent} or {@code noise}, in any case
     * @return the mode
     * @throws IllegalArgumentException if it is another word
     */
    public static InterpolationMode of(String word) {
        return Words.find(values(), "mode", word);
    }

    /**
     * The plane between two.
     *
     * @param pair the two; with random noise maps, if the mode takes some
     * @param t from 0 to 1
     */
    abstract EncodedPlane at(EncodedPair pair, double t);

    /** What a row of a montage is called. */
    String label() {
        return label;
    }

    @Override
    public String toString() {
        return word;
    }
}
