/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onemodel.lpips.LpipsNetwork;
import org.onemodel.train.settings.Settings;
import org.onemodel.train.settings.TrainingException;

class ObjectiveConfigTest {

    private static ObjectiveConfig read(Map<String, Object> objective) {
        Settings settings = new Settings(Map.of("objective", objective));
        ObjectiveConfig config = ObjectiveConfig.read(settings);
        settings.requireAllRead();
        return config;
    }

    @Test
    void withoutSettingsTheObjectiveIsTheMeanSquaredError() {
        assertThat(ObjectiveConfig.read(new Settings(Map.of())))
                .isEqualTo(
                        new ObjectiveConfig(
                                1, 0, 0, 0, LpipsNetwork.SQUEEZE, Optional.empty(), true));
    }

    @Test
    void anotherLossTakesThePlaceOfTheMeanSquaredErrorUnlessThatIsGivenToo() {
        assertThat(read(Map.of("l1", 2)).mse()).isZero();
        assertThat(read(Map.of("msSsim", 0.5)).mse()).isZero();
        assertThat(read(Map.of("lpips", Map.of("weight", 1))).mse()).isZero();
        assertThat(read(Map.of("lpips", Map.of("network", "vgg"))).mse()).isEqualTo(1);
        assertThat(read(Map.of("mse", 3, "l1", 2)).mse()).isEqualTo(3);
    }

    @Test
    void allSettingsAreRead() {
        ObjectiveConfig config =
                read(
                        Map.of(
                                "mse",
                                1,
                                "l1",
                                2,
                                "msSsim",
                                3,
                                "lpips",
                                Map.of(
                                        "weight",
                                        4,
                                        "network",
                                        "alex",
                                        "weights",
                                        "some/folder",
                                        "fetch",
                                        false)));

        assertThat(config)
                .isEqualTo(
                        new ObjectiveConfig(
                                1,
                                2,
                                3,
                                4,
                                LpipsNetwork.ALEX,
                                Optional.of(Path.of("some/folder")),
                                false));
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> read(Map.of("mse", -1)))
                .isInstanceOf(TrainingException.class)
                .hasMessage("Setting objective.mse must not be negative.");
        assertThatThrownBy(() -> read(Map.of("lpips", Map.of("weight", -0.1))))
                .hasMessage("Setting objective.lpips.weight must not be negative.");
        assertThatThrownBy(() -> read(Map.of("l1", 0)))
                .hasMessage(
                        "Setting objective.mse must be positive where no other weight of the"
                                + " objective is.");
        assertThatThrownBy(() -> read(Map.of("lpips", Map.of("network", "resnet"))))
                .hasMessage(
                        "Setting objective.lpips.network must be one of alex, squeeze, vgg, not"
                                + " resnet.");
        assertThatThrownBy(() -> read(Map.of("lpips", 1)))
                .hasMessageContaining("Unknown setting objective.lpips");
    }

    @Test
    void onlyMeansOverPixelsCanBeMasked() {
        assertThat(read(Map.of("mse", 1, "l1", 1)).canBeMasked()).isTrue();
        assertThat(read(Map.of("mse", 1, "msSsim", 1)).canBeMasked()).isFalse();
        assertThat(read(Map.of("mse", 1, "lpips", Map.of("weight", 1))).canBeMasked()).isFalse();
    }

    @Test
    void theSmallestSideIsThatOfTheMostDemandingLoss() {
        assertThat(read(Map.of("mse", 1)).smallestSide()).isEqualTo(1);
        assertThat(read(Map.of("msSsim", 1)).smallestSide()).isEqualTo(11);
        assertThat(read(Map.of("msSsim", 1, "lpips", Map.of("weight", 1))).smallestSide())
                .isEqualTo(17);
    }
}
