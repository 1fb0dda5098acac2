/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.model.TensorEngine;
import org.onemodel.train.data.BatchLoader;
import org.onemodel.train.data.TrainingData;

class TrainingMemoryTest {

    private static final int LONGEST = 5; // minutes

    @TempDir private Path folder;
    private TinyTraining tiny;

    @BeforeEach
    void images() {
        tiny = new TinyTraining(folder);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessHoldsNoMoreMemoryAfter2000StepsThanAfter200() throws Exception {
        Path settings = tiny.file("run");
        String changed =
                Files.readString(settings)
                        .replace("batch: 4", "batch: 2\nnoiseDropout: 0.2")
                        .replace("clipNorm: 5", "clipNorm: 5, average: 0.9")
                        .replace("iterations: 10", "iterations: 2000")
                        .replaceAll("every: .*", "every: {log: 50, snapshot: 500, samples: 500}");
        Files.writeString(settings, changed);

        Map<Integer, Long> kilobytes = measure(settings);

        assertThat(kilobytes).containsKeys(200, 2000);
        assertThat((double) kilobytes.get(2000))
                .as("kilobytes by iteration: %s", kilobytes)
                .isCloseTo(kilobytes.get(200), Percentage.withPercentage(5));
    }

    /** Trains in a process whose Java part takes all its memory at the start. */
    private Map<Integer, Long> measure(Path settings) throws IOException, InterruptedException {
        Path report = folder.resolve("report.txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", // the second compiler's own memory grows late
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredTraining.class.getName(),
                        settings.toString());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("MALLOC_ARENA_MAX", "2"); // else one more for each thread
        Process process =
                builder.redirectOutput(report.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(process.waitFor(LONGEST, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(report).stream()
                .map(line -> line.split(" "))
                .collect(
                        Collectors.toMap(
                                field -> Integer.valueOf(field[0]),
                                field -> Long.valueOf(field[1]),
                                (first, second) -> second,
                                TreeMap::new));
    }

    @Test
    void aStepLeavesNoTensorBehind() throws Exception {
        for (String architecture : List.of("seed=1", "architecture=" + TinyTraining.RESNET)) {
            TrainingConfig config =
                    tiny.config("run", architecture, "noiseDropout=0.2", "optimizer.average=0.9");
            TrainingData data = TrainingData.open(config.data(), config.noise(), 1);
            StartingNetworks networks =
                    StartingNetworks.of(config, TensorEngine.start().defaultDevice());
            try (Replica replica = new Replica(config, networks.autoencoder());
                    TrainingStep step = new TrainingStep(config, List.of(replica));
                    BatchLoader batches = data.batches(4, 0)) {
                step.take(batches::next, 0);
                int before = tensors(networks.autoencoder().manager());
                for (int i = 1; i < 5; i++) {
                    step.take(batches::next, i);
                }
                assertThat(tensors(networks.autoencoder().manager()))
                        .as(architecture)
                        .isEqualTo(before)
                        .isPositive();
            }
        }
    }

    /** Tensors that live until the networks or the program end. */
    private static int tensors(NDManager manager) {
        return manager.getManagedArrays().size()
                + manager.getParentManager().getManagedArrays().size();
    }
}
