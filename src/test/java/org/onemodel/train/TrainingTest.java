/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.Task;
import org.onemodel.train.settings.TrainingException;

class TrainingTest {

    @TempDir private Path folder;
    private TinyTraining tiny;

    @BeforeEach
    void images() {
        tiny = new TinyTraining(folder);
    }

    @Test
    void theLossFallsAndTheValidationRises() throws IOException {
        tiny.run("run", "iterations=60", "optimizer.learningRate=2e-3");

        List<Double> loss = tiny.history("run", "loss");
        assertThat(loss).hasSize(12);
        assertThat(loss.get(11)).isLessThan(loss.get(0) / 3);
        assertThat(tiny.history("run", "mse")).isEqualTo(loss);
        List<Double> psnr = tiny.history("run", "psnr grey sigma 25");
        assertThat(psnr).hasSize(6);
        assertThat(psnr.get(5)).isGreaterThan(psnr.get(0));
    }

    @Test
    void aRunLeavesABundleOfTheBestAndTheLastWeightsPicturesAndACurve() throws IOException {
        tiny.run("run", "iterations=20", "every.samples=10", "optimizer.average=0.9");

        for (String bundle : List.of("run/bundle", "run/last")) {
            assertThat(ModelBundle.open(folder.resolve(bundle)).description().task())
                    .isEqualTo(Task.DENOISE);
        }
        ModelBundle bundle = ModelBundle.open(folder.resolve("run/bundle"));
        assertThat(bundle.description().sigmaRange()).containsExactly(5.0, 50.0);
        assertThat(bundle.description().measured()).containsKey("psnr grey sigma 25");
        assertThat(bundle.card())
                .contains("Denoises", "of 20 iterations of 4 samples of 16×16 pixels each")
                .contains("| psnr grey sigma 25 |");
        // Input, output, target and five noise maps of 32×32 pixels, 4 pixels apart.
        assertThat(IJ.openImage(folder.resolve("run/samples/0000020.png").toString()).getWidth())
                .isEqualTo(8 * 36 - 4);
        assertThat(IJ.openImage(folder.resolve("run/learning-curve.png").toString()).getWidth())
                .isGreaterThan(400);
        assertThat(folder.resolve("run/samples/0000010.png")).exists();
    }

    @Test
    void aResumedRunEndsInTheSameStateAsAnUninterruptedOne() throws IOException {
        for (String architecture : List.of("", "architecture=" + TinyTraining.RESNET)) {
            String whole = "whole" + architecture.length();
            String parts = "parts" + architecture.length();
            String[] changed =
                    architecture.isEmpty()
                            ? new String[] {
                                "noiseDropout=0.2", "optimizer.average=0.9", "iterations=20"
                            }
                            : new String[] {architecture, "iterations=20"};
            tiny.run(whole, changed);
            String[] half = changed.clone();
            half[half.length - 1] = "iterations=10";
            tiny.run(parts, half);
            new Training(tiny.config(parts, changed), TrainingListener.NONE).run(true);

            assertThat(folder.resolve(parts + "/snapshot.safetensors"))
                    .hasSameBinaryContentAs(folder.resolve(whole + "/snapshot.safetensors"));
            assertThat(tiny.history(parts, "iteration")).containsExactly(5.0, 10.0, 15.0, 20.0);
        }
    }

    @Test
    void accumulatedPassesAndSeveralDevicesGiveTheSameAsOneLargeBatch() throws IOException {
        String[] common = {"every.snapshot=3", "iterations=3", "seed=5"};
        tiny.run("accumulated", with(common, "batch=2", "accumulate=2"));
        tiny.run("devices", with(common, "batch=2", "device=[cpu, cpu]"));

        List<Double> accumulated = tiny.history("accumulated", "psnr grey sigma 25");
        assertThat(tiny.history("devices", "psnr grey sigma 25")).isEqualTo(accumulated);
        assertThat(tiny.history("devices", "loss")).isEqualTo(tiny.history("accumulated", "loss"));
    }

    private static String[] with(String[] some, String... others) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    @Test
    void stopKeepsWhatWasLearnedAndCancelLeavesTheLastSnapshot() throws IOException {
        TrainingConfig config = tiny.config("stopped", "iterations=1000", "every.log=1");
        int[] steps = {0};
        TrainingListener stop =
                () ->
                        ++steps[0] < 3
                                ? TrainingListener.Control.GO_ON
                                : TrainingListener.Control.STOP;
        new Training(config, stop).run(false);
        assertThat(steps[0]).isEqualTo(3);
        assertThat(tiny.history("stopped", "iteration")).containsExactly(1.0, 2.0, 3.0);
        assertThat(ModelBundle.open(folder.resolve("stopped/bundle")).card())
                .contains("Trained for 3 of 1000 iterations");

        byte[] snapshot = Files.readAllBytes(folder.resolve("stopped/snapshot.safetensors"));
        TrainingListener cancel = () -> TrainingListener.Control.CANCEL;
        assertThatThrownBy(() -> new Training(config, cancel).run(true))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "Training was canceled after 4 iterations; resuming goes on from the last"
                                + " snapshot.");
        assertThat(folder.resolve("stopped/snapshot.safetensors")).hasBinaryContent(snapshot);
    }

    @Test
    void aListenerIsToldOfEachLineValidationAndPicture() throws IOException {
        TrainingConfig config =
                tiny.config("told", "iterations=4", "every={log: 2, snapshot: 4, samples: 4}");
        List<String> told = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void started(TrainingConfig given, int done, String devices) {
                        told.add("started " + done + " " + devices.replaceAll("gpu:.*", "cpu"));
                    }

                    @Override
                    public void logged(Line line) {
                        assertThat(line.imagesPerSecond()).isPositive();
                        assertThat(line.figures()).containsKeys("loss", "mse", "learningRate");
                        told.add("line " + line.iteration() + " of " + line.iterations());
                    }

                    @Override
                    public void validated(int done, Map<String, Double> figures, boolean best) {
                        told.add("validated " + done + " " + best);
                    }

                    @Override
                    public void pictured(int done, Path picture) {
                        told.add("pictured " + picture.getFileName());
                    }

                    @Override
                    public Control control() {
                        return Control.GO_ON;
                    }
                };
        new Training(config, listener).run(false);
        assertThat(told)
                .containsExactly(
                        "started 0 cpu",
                        "line 2 of 4",
                        "line 4 of 4",
                        "validated 4 true",
                        "pictured 0000004.png");
    }

    @Test
    void anEarlierRunIsNeverOverwritten() throws IOException {
        TrainingConfig config = tiny.run("run");
        byte[] snapshot = Files.readAllBytes(folder.resolve("run/snapshot.safetensors"));
        assertThatThrownBy(() -> new Training(config, TrainingListener.NONE).run(false))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "The work folder "
                                + folder.resolve("run")
                                + " holds an earlier run: go on with it by --resume, choose"
                                + " another folder with setting work, or remove it.");
        assertThat(folder.resolve("run/snapshot.safetensors")).hasBinaryContent(snapshot);
    }

    @Test
    void aSnapshotOfOtherNetworksIsRefused() throws IOException {
        tiny.run("run");
        TrainingConfig deeper = tiny.config("run", "architecture.depth=2");
        assertThatThrownBy(() -> new Training(deeper, TrainingListener.NONE).run(true))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("does not fit this configuration");
    }

    @Test
    void aFolderWithoutImagesIsNamed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        TrainingConfig config = tiny.config("run", "data.images=" + empty);
        assertThatThrownBy(() -> new Training(config, TrainingListener.NONE).run(false))
                .hasMessageContaining("data.images")
                .hasMessageContaining(empty.toString());
    }

    @Test
    void anUnknownDeviceIsOneSentence() {
        TrainingConfig config = tiny.config("run", "device=cuda");
        assertThatThrownBy(() -> new Training(config, TrainingListener.NONE).run(false))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no device 'cuda'; give one of auto, cpu, gpu or gpu:N.");
    }
}
