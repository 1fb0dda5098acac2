/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Task;
import org.onemodel.train.data.NoiseConfig;

/** Writes what a training run has learned as a model bundle, with a card that says how. */
final class TrainedBundle {

    private static final String CITATION =
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
     * @param iteration iterations done
     * @param autoencoder the networks
     * @param measured what validation gave
     */
    void write(int iteration, Autoencoder autoencoder, SortedMap<String, Double> measured)
            throws IOException {
        boolean denoises = !config.noise().isNone();
        ModelDescription description =
                new ModelDescription(
                        config.name(),
                        "1",
                        denoises ? Task.DENOISE : Task.RECONSTRUCT,
                        config.architecture(),
                        2 * config.architecture().size(),
                        config.noise().sigmaRange(),
                        colour(),
                        decoder,
                        "BSD-2-Clause",
                        CITATION,
                        measured,
                        "");
        ModelBundle.write(config.output(), description, autoencoder, card(iteration, measured));
    }

    private String colour() {
        if (config.data().greyShare() == 0) {
            return "colour";
        }
        return config.data().greyShare() == 1 ? "grey" : "grey and colour";
    }

    private String card(int iteration, Map<String, Double> measured) {
        StringBuilder card = new StringBuilder();
        NoiseConfig noise = config.noise();
        card.append("# ").append(config.name()).append("\n\n");
        if (!noise.isNone()) {
            add(card, "Denoises %s images. %s", colour(), noise.describe());
        } else {
            add(card, "Reconstructs %s images.", colour());
        }
        add(
                card,
                "%s Only the encoder (%s) was trained.",
                decoder,
                config.architecture().encoder().name().toLowerCase(Locale.ROOT));
        add(
                card,
                "Trained for %d of %d iterations on %d crops of %d×%d pixels each: mean squared error, Adam, learning rate %s to %s along a half cosine.",
                iteration,
                config.iterations(),
                config.batch(),
                config.data().crop(),
                config.data().crop(),
                config.optimizer().learningRate(),
                config.optimizer().finalLearningRate());
        card.append("| measured on the validation images | PSNR, dB |\n|---|---|\n");
        measured.forEach(
                (what, value) ->
                        card.append(String.format(Locale.ROOT, "| %s | %.2f |%n", what, value)));
        card.append('\n');
        add(card, "Weights: BSD-2-Clause. Cite: %s", CITATION);
        return card.toString().replace("\r", "");
    }

    private static void add(StringBuilder card, String sentence, Object... values) {
        card.append(String.format(Locale.ROOT, sentence, values)).append("\n\n");
    }
}
