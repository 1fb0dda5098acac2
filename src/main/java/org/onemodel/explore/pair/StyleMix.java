/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import org.onemodel.restore.OneModelException;

/**
 * How to mix the styles of two images.
 *
 * @param crossover the first latent layer that is the second image's
 * @param noise whose noise maps are taken
 * @param seed where random noise maps start from
 * @param show the image, a montage of all crossovers, or both
 */
public record StyleMix(Crossover crossover, StyleNoise noise, long seed, PairOutput show) {

    private static final StyleMix DEFAULTS =
            new StyleMix(Crossover.atResolution(16), StyleNoise.FIRST, 0, PairOutput.RESULT);

    /**
     * One image: coarse latent layers, before 16×16, and noise maps of the first, the other layers
     * of the second; seed 0.
     *
     * @return the defaults
     */
    public static StyleMix defaults() {
        return DEFAULTS;
    }

    /**
     * Another crossover.
     *
     * @param value the first layer that is the second image's
     * @return new options
     */
    public StyleMix withCrossover(Crossover value) {
        return new StyleMix(value, noise, seed, show);
    }

    /**
     * Other noise maps.
     *
     * @param value whose
     * @return new options
     */
    public StyleMix withNoise(StyleNoise value) {
        return new StyleMix(crossover, value, seed, show);
    }

    /**
     * Another seed.
     *
     * @param value any whole number
     * @return new options
     */
    public StyleMix withSeed(long value) {
        return new StyleMix(crossover, noise, value, show);
    }

    /**
     * Another choice of what is made of it.
     *
     * @param value the image, the montage or both
     * @return new options
     */
    public StyleMix withShow(PairOutput value) {
        return new StyleMix(crossover, noise, seed, value);
    }

    /**
     * Another crossover, noise and choice of what is made of it, in a user's words.
     *
     * @param crossoverWord a layer such as {@code 4}, or a resolution such as {@code 16x16}
     * @param noiseWord {@code first}, {@code second} or {@code random}
     * @param showWord {@code image}, {@code montage} or {@code both}
     * @return new options
     * @throws OneModelException if a word is none of these; the message names the option
     */
    public StyleMix withWords(String crossoverWord, String noiseWord, String showWord) {
        try {
            return withCrossover(Crossover.parse(crossoverWord))
                    .withNoise(StyleNoise.of(noiseWord))
                    .withShow(PairOutput.of(showWord, "image"));
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }
}
