/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.lpips.SmallWeights;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Task;

/**
 * The configurations under scripts, as they are but for smaller networks and shorter runs, on
 * images drawn from seeds.
 */
class ReadyConfigurationsTest {

    private static final String[] SMALL = {
        "iterations=50", "every={log: 5, snapshot: 50, samples: 0}", "batch=4", "seed=3"
    };

    @TempDir private Path folder;

    @BeforeEach
    void images() {
        for (int i = 0; i < 5; i++) {
            ByteProcessor clean = TinyTraining.blobs(i, 96);
            ByteProcessor noisy = (ByteProcessor) clean.duplicate();
            Random random = new Random(i);
            for (int p = 0; p < 96 * 96; p++) {
                noisy.set(
                        p,
                        Math.max(
                                0,
                                Math.min(255, noisy.get(p) + (int) (30 * random.nextGaussian()))));
            }
            TinyTraining.save(folder.resolve("clean/" + i + ".tif"), clean);
            TinyTraining.save(folder.resolve("noisy/" + i + ".tif"), noisy);
        }
    }

    /** Runs a configuration with other settings, and returns its settings. */
    private TrainingConfig run(String name, String... overrides) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("output", folder.resolve(name + "/model").toString());
        settings.put("work", folder.resolve(name).toString());
        for (String[] some : new String[][] {SMALL, overrides}) {
            for (String override : some) {
                String[] parts = override.split("=", 2);
                settings.put(parts[0], parts[1]);
            }
        }
        TrainingConfig config = TrainingConfigs.read(Path.of("scripts", name + ".yaml"), settings);
        new Training(config, TrainingListener.NONE).run(false);
        return config;
    }

    private void assertLossFalls(String name, double factor) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name).resolve("history.csv"));
        int loss = List.of(lines.get(0).split(",")).indexOf("loss");
        double[] losses =
                lines.stream()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[loss]))
                        .toArray();
        assertThat(losses).hasSize(10);
        assertThat((losses[8] + losses[9]) / 2).as(name).isLessThan(factor * losses[0]);
    }

    @Test
    void thePapersSettingsTrainBothStages() throws IOException {
        Path weights = Files.createDirectory(folder.resolve("lpips"));
        SmallWeights.writeVgg(weights, 1);
        String[] small = {
            "data.images=" + folder.resolve("clean"),
            "objective.lpips.weights=" + weights,
            "optimizer.learningRate=1e-3" // 50 steps instead of 100,000
        };
        String architecture =
                "architecture={size: 32, latentSize: 16, mappingLayers: 2, encoder: resnet,"
                        + " channels: {4: 8, 8: 8, 16: 8, 32: 8}}";
        TrainingConfig config = run("paper", small[0], small[1], small[2], architecture);
        assertThat(config.task()).isEqualTo(Task.RECONSTRUCT);
        assertThat(config.objective().parts()).containsExactly("mse", "lpips");
        assertLossFalls("paper", 0.99);
        for (String strategy : List.of("learningRate", "twoNetworks")) {
            Path first = folder.resolve("paper/model");
            run(
                    "paper",
                    small[0],
                    small[1],
                    small[2],
                    architecture,
                    "start=" + first,
                    "strategy=" + strategy,
                    "work=" + folder.resolve(strategy),
                    "output=" + folder.resolve(strategy + "/model"));
            assertLossFalls(strategy, 0.97);
        }
    }

    @Test
    void theFastFitLearnsToReconstruct() throws IOException {
        TrainingConfig config = run("fast-fit", "data.images=" + folder.resolve("clean"));
        assertThat(config.task()).isEqualTo(Task.RECONSTRUCT);
        assertLossFalls("fast-fit", 0.5);
    }

    @Test
    void theDefaultModelsSettingsLearnToDenoise() throws IOException {
        TrainingConfig config =
                run(
                        "compact-denoise",
                        "data.images=" + folder.resolve("clean"),
                        "data.validation=" + folder.resolve("clean"),
                        "architecture.widths=[16, 16, 16, 16]",
                        "optimizer.warmUp=5",
                        "optimizer.learningRate=2e-3");
        assertThat(config.task()).isEqualTo(Task.DENOISE);
        assertLossFalls("compact-denoise", 0.5);
    }

    @Test
    void theDefaultModelFitsAMicroscopeWithAndWithoutCleanImages() throws IOException {
        String noisy = "data.images=" + folder.resolve("noisy");
        String[] shorter = {noisy, "data.crop=64", "batch=1", "optimizer.warmUp=1"};
        run(
                "fit-microscope",
                shorter[0],
                shorter[1],
                shorter[2],
                shorter[3],
                "data.targets=" + folder.resolve("clean"));
        assertLossFalls("fit-microscope", 0.95);
        run(
                "fit-microscope",
                shorter[0],
                shorter[1],
                shorter[2],
                shorter[3],
                "work=" + folder.resolve("blind"),
                "data.supervision=blindSpot",
                "data.targets=null",
                "data.range=null");
        assertLossFalls("blind", 1.05); // nearly all of it is noise, which stays
        ModelBundle bundle = ModelBundle.open(folder.resolve("fit-microscope/model"));
        assertThat(bundle.description().task()).isEqualTo(Task.DENOISE);
        assertThat(bundle.card())
                .contains("Trained on single noisy images with blind spots, without clean ones.")
                .contains("Training started from model compact-denoise.");
    }
}
