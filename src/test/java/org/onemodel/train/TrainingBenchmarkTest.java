/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingBenchmarkTest {

    @TempDir private Path folder;

    @Test
    void eachBlockOfTheRunAndOfBareStepsIsTimed() throws Exception {
        TrainingConfig config = new TinyTraining(folder).config("run", "iterations=8");

        TrainingBenchmark.Times times = new TrainingBenchmark(config, 3, 2).measure();

        assertThat(times.bare()).hasSize(3).allMatch(seconds -> seconds > 0);
        assertThat(times.run()).hasSize(3).allMatch(seconds -> seconds > 0);
        assertThat(times.toString()).contains("run / bare steps");
    }

    @Test
    void theRatioIsThatOfMedians() {
        assertThat(
                        new TrainingBenchmark.Times(8, List.of(2.0, 9.0, 1.0, 4.0), List.of(6.0))
                                .ratio())
                .isEqualTo(2);
    }
}
