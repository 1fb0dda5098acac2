/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;

/** Writes what a training run has learned as a model bundle, with a card that says how. */
final class TrainedBundle {

    /**
     * A tile has half as many borders when it is twice as large as what the networks were trained
     * on, and costs no more; they are convolutional.
     */
    private static final int TILE_PER_CROP = 2;

    static final String CITATION =
            "C. Bartz, J. Bethge, H. Yang, C. Meinel: One Model to Reconstruct Them All: A Novel Way to Use the"
                    + " Stochastic Noise in StyleGAN. arXiv:2010.11113, 2020.";

    private final TrainingConfig config;
    private final String decoder;

    /**
     * For one run.
     *
     * @param config its settings
     * @param decoder what the frozen generator is, in one sentence
     */
    TrainedBundle(TrainingConfig config, String decoder) {
        this.config = config;
        this.decoder = decoder;
    }

    /**
     * Writes the bundle, in place of the one before.
     *
     * @param folder its place
     * @param iteration iterations done
     * @param autoencoder the networks
     * @param measured what validation gave
     */
    void write(
            Path folder, int iteration, Autoencoder autoencoder, SortedMap<String, Double> measured)
            throws IOException {
        ModelDescription description =
                new ModelDescription(
                        config.name(),
                        "1",
                        config.task(),
                        config.networks().architecture(),
                        TILE_PER_CROP * config.data().crop(),
                        config.noise().sigmaRange(),
                        config.data().colours(),
                        decoder,
                        config.licence(),
                        CITATION,
                        measured,
                        "");
        String card = new ModelCard(config, decoder).text(iteration, measured);
        ModelBundle.write(folder, description, autoencoder, card);
    }
}
