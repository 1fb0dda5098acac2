/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.autoencoder.Autoencoder;

/** What the camera's noise is worth with the shipped model; the benchmark prints more. */
class CameraNoiseBenchmarkTest {

    private static Autoencoder model;
    private static CameraNoiseBenchmark benchmark;

    @BeforeAll
    static void loadModel() throws Exception {
        model = CameraNoiseBenchmark.load();
        benchmark = new CameraNoiseBenchmark(model);
    }

    @AfterAll
    static void closeModel() {
        model.close();
    }

    @Test
    void photonNoiseIsRemovedBetterWhenItIsMadeUniform() {
        Exposure cells = Exposure.cells(256, 1, CameraNoiseBenchmark.OFFSET, 1000);
        CameraNoise noise = new CameraNoise(10, CameraNoiseBenchmark.OFFSET, 3);
        CameraNoiseBenchmark.Score score = benchmark.score(cells, noise, 1);
        assertThat(score.known()).isGreaterThan(score.none() + 0.5);
        assertThat(score.estimated()).isCloseTo(score.known(), within(0.2));
    }

    @Test
    void weakNoiseCostsNoDetail() {
        Exposure cells = Exposure.cells(256, 2, CameraNoiseBenchmark.OFFSET, 1000);
        CameraNoise noise = new CameraNoise(0.1, CameraNoiseBenchmark.OFFSET, 1);
        CameraNoiseBenchmark.Score score = benchmark.score(cells, noise, 2);
        assertThat(score.none()).isLessThan(score.noisy() - 2);
        assertThat(score.known()).isGreaterThan(score.noisy());
        assertThat(score.estimated()).isCloseTo(score.known(), within(0.2));
    }

    @Test
    void anImageWithoutNoiseStaysWithinAGreyLevel() {
        Exposure cells = Exposure.cells(256, 3, 5, 245);
        float[] image = Exposure.digitised(cells.mean(), 255);
        NoisePlan plan = CameraNoiseBenchmark.plan(NoiseSetting.AUTO, Exposure.planes(256, image));
        float[] restored = benchmark.denoise(image, 256, plan);
        for (int i = 0; i < image.length; i++) {
            if (Math.abs(restored[i] - image[i]) > 1) {
                assertThat(restored[i])
                        .as("x %s, y %s", i % 256, i / 256)
                        .isCloseTo(image[i], within(1f));
            }
        }
    }
}
