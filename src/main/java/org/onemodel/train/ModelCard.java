/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.train.settings.Settings;

/** The card of a trained model: what it does, how it was trained, and what was measured. */
final class ModelCard {

    private final TrainingConfig config;
    private final String decoder;
    private final StringBuilder card = new StringBuilder();

    /**
     * For one run.
     *
     * @param config its settings
     * @param decoder what the generator is, in one sentence
     */
    ModelCard(TrainingConfig config, String decoder) {
        this.config = config;
        this.decoder = decoder;
    }

    /**
     * Writes the card.
     *
     * @param iteration iterations done
     * @param measured what validation gave, by name
     * @return Markdown
     */
    String text(int iteration, Map<String, Double> measured) {
        card.setLength(0);
        card.append("# ").append(config.name()).append("\n\n");
        add("%s %s images. %s", does(), config.data().colours(), data());
        add("%s %s", decoder, encoder());
        add(
                "Trained for %d of %d iterations of %d samples of %d×%d pixels each: %s, Adam, learning"
                        + " rate %s to %s along a half cosine.",
                iteration,
                config.run().iterations(),
                config.run().samplesPerStep(),
                config.data().crop(),
                config.data().crop(),
                objective(),
                config.optimizer().learningRate(),
                config.optimizer().finalLearningRate());
        card.append("| measured on the validation images | PSNR, dB |\n|---|---|\n");
        measured.forEach(
                (what, value) ->
                        card.append(String.format(Locale.ROOT, "| %s | %.2f |%n", what, value)));
        card.append('\n');
        add("Licence of the weights: %s. Cite: %s", config.licence(), TrainedBundle.CITATION);
        return card.toString().replace("\r", "");
    }

    private String does() {
        return switch (config.task()) {
            case DENOISE -> "Denoises";
            default -> "Reconstructs";
        };
    }

    private String data() {
        return switch (config.data().supervision()) {
            case CLEAN -> config.noise().describe();
            case PAIRS -> "Trained on pairs of a noisy and a clean image.";
            case NOISE2NOISE -> "Trained on pairs of noisy images, without clean ones.";
            case BLIND_SPOT ->
                    "Trained on single noisy images with blind spots, without clean ones.";
        };
    }

    private String encoder() {
        String form = config.networks().architecture().encoder().name().toLowerCase(Locale.ROOT);
        String networks =
                config.networks().architecture().networks() == EncoderNetworks.TWO
                        ? ", two networks"
                        : "";
        String start =
                config.networks()
                        .start()
                        .map(model -> " Training started from model " + model + ".")
                        .orElse("");
        return String.format(
                "Only the encoder (%s%s) was trained, strategy %s.%s",
                form, networks, Settings.word(config.strategy().strategy()), start);
    }

    private String objective() {
        Map<String, String> names =
                Map.of(
                        "mse", "mean squared error",
                        "l1", "mean absolute error",
                        "msSsim", "1 − MS-SSIM",
                        "lpips", "LPIPS");
        return config.objective().parts().stream()
                .map(names::get)
                .collect(Collectors.joining(" + "));
    }

    private void add(String sentence, Object... values) {
        card.append(String.format(Locale.ROOT, sentence, values).strip()).append("\n\n");
    }
}
