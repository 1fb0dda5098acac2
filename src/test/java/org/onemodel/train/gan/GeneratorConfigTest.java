/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemodel.model.Models;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.TrainingException;

class GeneratorConfigTest {

    private static final String MINIMAL =
            """
            name: tiny
            generator: {size: 16, channels: {4: 8, 8: 8, 16: 4}}
            data: {images: [a, b.tif]}
            iterations: 100
            """;

    @TempDir private Path folder;

    private GeneratorConfig read(Map<String, String> overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), MINIMAL);
        return GeneratorConfig.read(file, overrides);
    }

    @Test
    void settingsAreReadAndTheRestIsAsInStyleGan2() throws IOException {
        GeneratorConfig config = read(Map.of("data.grey", "0.5"));
        assertThat(config.generator().channels()).containsEntry(16, 4).hasSize(3);
        assertThat(config.data().images()).containsExactly("a", "b.tif");
        assertThat(config.data().crop()).isEqualTo(16);
        assertThat(config.data().greyShare()).isEqualTo(0.5);
        assertThat(config.optimizer()).isEqualTo(new OptimizerConfig(2e-3, 2e-3, 0, 0, 0.99, 0, 0));
        assertThat(config.r1()).isEqualTo(new LazyRegularization(10, 16));
        assertThat(config.mixing()).isEqualTo(0.9);
        assertThat(config.output()).isEqualTo(Models.userFolder().resolve("models/tiny"));
    }

    @Test
    void theAverageForgetsHalfInItsHalfLife() throws IOException {
        GeneratorConfig config = read(Map.of("batch", "4", "averageHalfLife", "40"));
        assertThat(Math.pow(config.averageDecay(), 10))
                .isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    batch | 6 | Setting batch must be at most 4 or a multiple of 4, not 6.
                    generator.size | 24 | Setting generator.size must be a power of two from 8, not 24.
                    generator.channels | {4: 8, 16: 8} | Setting generator.channels must give the channels of the resolutions [4, 8, 16], not {4=8, 16=8}.
                    r1.every | 0 | Setting r1.every must be positive.
                    r1.weight | -1 | Setting r1.weight must not be negative.
                    mixing | 1.5 | Setting mixing must lie in 0..1, not 1.5.
                    data.grey | 2 | Setting data.grey must lie in 0..1, not 2.0.
                    data.flips | 3 | Setting data.flips must be true or false, not 3.
                    data.validation | 0.1 | Setting data.validation has no use here: a generator is judged by its samples, so leave it out.
                    data.crop | 32 | Setting data.crop must be generator.size (16), not 32.
                    every.samples | 0 | Setting every.samples must be positive.
                    optimizer.beta1 | 1 | Setting optimizer.beta1 must lie in 0..1.
                    averageHalfLive | 1 | Unknown setting averageHalfLive: check its spelling, and whether it goes with the other settings.
                    """)
    void aSettingThatCannotBeIsNamedWithItsPath(String key, String value, String message) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(TrainingException.class)
                .hasMessage(message);
    }

    @Test
    void theConfigurationThatComesAlongIsWhole() {
        GeneratorConfig config =
                GeneratorConfig.read(Path.of("scripts/train-generator.yaml"), Map.of());
        assertThat(config.generator().size()).isEqualTo(64);
        assertThat(config.data().greyShare()).isEqualTo(1);
    }
}
