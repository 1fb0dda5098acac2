/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.train.data.DataConfig;
import org.onemodel.train.data.GaussianNoise;
import org.onemodel.train.data.NoiseConfig;
import org.onemodel.train.data.NoiseField;
import org.onemodel.train.data.Range;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.Settings;
import org.onemodel.train.settings.TrainingException;

class TrainingTest {

    @TempDir private Path folder;

    @BeforeEach
    void images() {
        for (int i = 0; i < 3; i++) {
            IJ.saveAsTiff(
                    new ImagePlus("blobs", blobs(i)),
                    folder.resolve("blobs-" + i + ".tif").toString());
        }
    }

    private static ByteProcessor blobs(long seed) {
        Random random = new Random(seed);
        ByteProcessor image = new ByteProcessor(64, 64);
        for (int i = 0; i < 12; i++) {
            image.setValue(60 + random.nextInt(190));
            image.fillOval(
                    random.nextInt(50),
                    random.nextInt(50),
                    8 + random.nextInt(16),
                    8 + random.nextInt(16));
        }
        return image;
    }

    private DataConfig data(Path images) {
        return DataConfig.read(
                new Settings(
                        Map.of(
                                "data",
                                Map.of(
                                        "images", images.toString(),
                                        "validation", folder.toString()))),
                16);
    }

    private TrainingConfig config(String work, int iterations, double rate) {
        Architecture architecture =
                new Architecture(
                        2,
                        16,
                        8,
                        0,
                        new TreeMap<>(Map.of(4, 8, 8, 8, 16, 8)),
                        EncoderKind.EXPANDING,
                        List.of(8, 8),
                        1);
        return new TrainingConfig(
                "tiny",
                folder.resolve(work).resolve("bundle"),
                folder.resolve(work),
                architecture,
                "drawn",
                1,
                data(folder),
                new NoiseConfig(
                        List.of(
                                new GaussianNoise(
                                        1, List.of(), new Range(5, 50), NoiseField.MIXED)),
                        false,
                        false),
                new OptimizerConfig(rate, rate, 0, 0.9, 0.999, 1e-4, 5),
                4,
                iterations,
                1,
                5,
                10);
    }

    private static List<Double> column(Path history, int index) throws IOException {
        return Files.readAllLines(history).stream()
                .skip(1)
                .map(line -> Double.parseDouble(line.split(",")[index]))
                .toList();
    }

    @Test
    void trainingRaisesThePsnr() throws IOException {
        new Training(config("run", 60, 2e-3)).run(false);
        List<Double> psnr = column(folder.resolve("run/history.csv"), 3);
        assertThat(psnr).hasSize(12);
        assertThat(psnr.get(11)).isGreaterThan(psnr.get(0) + 5);
    }

    @Test
    void aResumedRunEndsInTheSameStateAsAnUninterruptedOne() throws IOException {
        new Training(config("whole", 20, 1e-3)).run(false);
        new Training(config("parts", 10, 1e-3)).run(false);
        new Training(config("parts", 20, 1e-3)).run(true);
        assertThat(folder.resolve("parts/snapshot.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("whole/snapshot.safetensors"));
        assertThat(column(folder.resolve("parts/history.csv"), 0))
                .containsExactly(5.0, 10.0, 15.0, 20.0);
    }

    @Test
    void aSnapshotOfOtherNetworksIsRefused() throws IOException {
        new Training(config("run", 10, 1e-3)).run(false);
        TrainingConfig c = config("run", 20, 1e-3);
        Architecture deeper =
                new Architecture(
                        2,
                        16,
                        8,
                        0,
                        c.architecture().channels(),
                        EncoderKind.EXPANDING,
                        List.of(8, 8),
                        2);
        TrainingConfig other =
                new TrainingConfig(
                        c.name(),
                        c.output(),
                        c.work(),
                        deeper,
                        "drawn",
                        1,
                        c.data(),
                        c.noise(),
                        c.optimizer(),
                        4,
                        20,
                        1,
                        5,
                        10);
        assertThatThrownBy(() -> new Training(other).run(true))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("does not fit this configuration");
    }

    @Test
    void aFolderWithoutImagesIsNamed() {
        Path empty = folder.resolve("empty");
        TrainingConfig c = config("run", 10, 1e-3);
        TrainingConfig other =
                new TrainingConfig(
                        c.name(),
                        c.output(),
                        c.work(),
                        c.architecture(),
                        "drawn",
                        1,
                        data(empty),
                        c.noise(),
                        c.optimizer(),
                        4,
                        20,
                        1,
                        5,
                        10);
        assertThatThrownBy(() -> new Training(other).run(false))
                .hasMessage(
                        "Setting data.images: There is no image file "
                                + empty
                                + "; check the path.");
    }

    @Test
    void theLearningRateRisesThenFallsAlongAHalfCosine() {
        OptimizerConfig optimizer = new OptimizerConfig(1, 0, 10, 0.5, 0.999, 0, 0);
        assertThat(optimizer.rateAt(4, 110)).isEqualTo(0.5);
        assertThat(optimizer.rateAt(10, 110)).isEqualTo(1);
        assertThat(optimizer.rateAt(60, 110))
                .isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(optimizer.rateAt(110, 110))
                .isCloseTo(0, org.assertj.core.data.Offset.offset(1e-12));
    }
}
