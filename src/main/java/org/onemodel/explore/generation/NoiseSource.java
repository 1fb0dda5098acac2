/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.restore.OneModelException;

/**
 * Where the noise maps of generated images come from.
 *
 * <p>Implementations are immutable, and their {@code toString} is what a user is told of them.
 */
@FunctionalInterface
public interface NoiseSource {

    /** The word for the noise maps of an embedding. */
    String GIVEN = "given";

    /**
     * Reads a user's words.
     *
     * @param word {@code random}, {@code fixed}, {@code none} or {@code given}, in any case
     * @param embedding with given, the .npz file that has the noise maps; else nothing
     * @return the noise
     * @throws OneModelException if it is another word, or the file does not go with it
     * @throws IOException if the file is missing or damaged, or holds no embeddings
     */
    static NoiseSource of(String word, Optional<Path> embedding) throws IOException {
        boolean given = GIVEN.equalsIgnoreCase(word.strip());
        if (given && embedding.isPresent()) {
            return GivenNoise.read(embedding.get());
        }
        if (given) {
            throw new OneModelException(
                    "The noise is given, but no embedding; give the .npz file that has the noise"
                            + " maps.");
        }
        StandardNoise standard = StandardNoise.of(word);
        if (embedding.isPresent()) {
            throw new OneModelException(
                    "There is an embedding, "
                            + embedding.get()
                            + ", but the noise is "
                            + standard
                            + "; choose the noise given, or leave the embedding out.");
        }
        return standard;
    }

    /**
     * How large the images are that go with these noise maps.
     *
     * @param decoder the generator
     * @return how many times as large as those that it was made for, along each side
     * @throws OneModelException if the noise maps don't fit this generator
     */
    default int scale(Decoder decoder) {
        return 1;
    }

    /**
     * The noise maps of some images.
     *
     * @param autoencoder the model, whose decoder says how many maps there are and how large
     * @param draws which images these are, and their random numbers
     * @param w {@code [N, L]}, which gives device and manager
     * @return {@code [N, 1, r, r]} each, coarse to fine, on the manager of w
     */
    List<NDArray> maps(Autoencoder autoencoder, Draws draws, NDArray w);
}
