/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onemodel.restore.OneModelException;

/**
 * What images to generate.
 *
 * @param count how many
 * @param seed the same seed gives the same images, each depending on its place in the row alone
 * @param truncation ψ of w̄ + ψ(w − w̄): 1 leaves the latent codes as they are drawn, 0 gives the
 *     mean image; from {@value #LEAST_TRUNCATION} to {@value #MOST_TRUNCATION}
 * @param noise where the noise maps come from
 * @param output what the pixels are
 */
public record Generation(
        int count, long seed, double truncation, NoiseSource noise, PixelValues output) {

    private static final double LEAST_TRUNCATION = -10;
    private static final double MOST_TRUNCATION = 10;
    private static final Generation DEFAULTS =
            new Generation(8, 0, 0.7, StandardNoise.RANDOM, PixelValues.EIGHT_BIT);

    /**
     * Checks the numbers.
     *
     * @throws OneModelException if the count is below 1 or the truncation out of its range
     */
    public Generation {
        if (count < 1) {
            throw new OneModelException(
                    "The count is " + count + "; give the number of images to generate, from 1.");
        }
        if (!(truncation >= LEAST_TRUNCATION && truncation <= MOST_TRUNCATION)) {
            throw new OneModelException(
                    "The truncation is "
                            + truncation
                            + "; give a number from -10 to 10, where 1 truncates nothing and 0"
                            + " gives the mean image.");
        }
    }

    /**
     * Eight images of seed 0 with truncation 0.7, random noise maps and 8-bit pixels.
     *
     * @return the defaults
     */
    public static Generation defaults() {
        return DEFAULTS;
    }

    /**
     * Another number of images.
     *
     * @param value how many, from 1
     * @return new options
     */
    public Generation withCount(int value) {
        return new Generation(value, seed, truncation, noise, output);
    }

    /**
     * Another seed.
     *
     * @param value any whole number
     * @return new options
     */
    public Generation withSeed(long value) {
        return new Generation(count, value, truncation, noise, output);
    }

    /**
     * Another truncation.
     *
     * @param value ψ
     * @return new options
     */
    public Generation withTruncation(double value) {
        return new Generation(count, seed, value, noise, output);
    }

    /**
     * Other noise maps.
     *
     * @param value where they come from
     * @return new options
     */
    public Generation withNoise(NoiseSource value) {
        return new Generation(count, seed, truncation, value, output);
    }

    /**
     * Other pixels.
     *
     * @param value what they are
     * @return new options
     */
    public Generation withOutput(PixelValues value) {
        return new Generation(count, seed, truncation, noise, value);
    }

    /**
     * Other noise maps and pixels, in a user's words.
     *
     * @param noiseWord {@code random}, {@code fixed}, {@code none} or {@code given}
     * @param embedding with given, the .npz file that has the noise maps; else nothing
     * @param outputWord {@code 8-bit} or {@code 32-bit}
     * @return new options
     * @throws OneModelException if a word is none of these; the message names the option
     * @throws IOException if the file is missing or damaged, or holds no embeddings
     */
    public Generation withWords(String noiseWord, Optional<Path> embedding, String outputWord)
            throws IOException {
        return withOutput(PixelValues.of(outputWord))
                .withNoise(NoiseSource.of(noiseWord, embedding));
    }
}
