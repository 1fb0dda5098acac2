/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.model.Models;
import org.onemodel.train.settings.TrainingException;

class TrainingConfigsTest {

    private static final String MINIMAL =
            """
            name: tiny
            architecture: {size: 16, latentSize: 8, channels: {4: 4, 8: 4, 16: 4}, widths: [4, 4], depth: 1}
            data: {images: train, validation: validation, crop: 32}
            noise: {sigma: [5, 50]}
            optimizer: {learningRate: 1e-3}
            iterations: 10
            """;

    @TempDir private Path folder;

    private TrainingConfig read(String yaml, Map<String, String> overrides) throws IOException {
        return TrainingConfigs.read(
                Files.writeString(folder.resolve("config.yaml"), yaml), overrides);
    }

    @Test
    void settingsAreReadAndTheRestHasDefaults() throws IOException {
        TrainingConfig config = read(MINIMAL, Map.of());
        assertThat(config.networks().architecture().channels()).containsEntry(16, 4).hasSize(3);
        assertThat(config.networks().architecture().encoder()).isEqualTo(EncoderKind.EXPANDING);
        assertThat(config.data().images()).isEqualTo(List.of("train"));
        assertThat(config.optimizer().learningRate()).isEqualTo(1e-3);
        assertThat(config.optimizer().weightDecay()).isEqualTo(1e-4);
        assertThat(config.noise().sigmaRange()).isEqualTo(List.of(5.0, 50.0));
        assertThat(config.output()).isEqualTo(Models.userFolder().resolve("models/tiny"));
    }

    @Test
    void anOverrideReplacesTheFilesSetting() throws IOException {
        TrainingConfig config =
                read(MINIMAL, Map.of("optimizer.learningRate", "2e-4", "data.images", "[a, b]"));
        assertThat(config.optimizer().learningRate()).isEqualTo(2e-4);
        assertThat(config.data().images()).hasSize(2);
    }

    @Test
    void aMisspeltKeyIsNamedWithItsPath() {
        assertThatThrownBy(() -> read(MINIMAL, Map.of("optimizer.learningrate", "1")))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "Unknown setting optimizer.learningrate: check its spelling, and whether it goes with the other settings.");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> read(MINIMAL.replace("iterations: 10", ""), Map.of()))
                .hasMessage("Setting iterations is missing.");
    }

    @Test
    void aWrongTypeIsNamed() {
        assertThatThrownBy(() -> read(MINIMAL, Map.of("batch", "many")))
                .hasMessage("Setting batch must be a number, not many.");
        assertThatThrownBy(() -> read(MINIMAL, Map.of("batch", "1.5")))
                .hasMessage("Setting batch must be a whole number, not 1.5.");
    }

    @Test
    void anImpossibleCropIsRefusedWithTheSizeItMustFit() {
        assertThatThrownBy(() -> read(MINIMAL, Map.of("data.crop", "40")))
                .hasMessageContaining(
                        "data.crop must be a multiple of architecture.size (16), not 40");
    }

    @Test
    void aMissingFileIsOneSentence() {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> TrainingConfigs.read(missing, Map.of()))
                .hasMessage("Configuration " + missing + " cannot be read.");
    }

    @Test
    void brokenYamlIsOneSentence() {
        assertThatThrownBy(() -> read("a: [1", Map.of())).hasMessageContaining("is not valid YAML");
    }

    @Test
    void theShippedConfigurationIsValid() {
        TrainingConfig config =
                TrainingConfigs.read(Path.of("scripts/compact-denoise.yaml"), Map.of());
        assertThat(config.name()).isEqualTo("compact-denoise");
    }
}
