/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onemodel.train.ParameterGroup.BACKBONE;
import static org.onemodel.train.ParameterGroup.LATENT_HEADS;
import static org.onemodel.train.ParameterGroup.LATENT_NETWORK;
import static org.onemodel.train.ParameterGroup.NOISE_PATH;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelBundle;

/** Which parameters each strategy changes, one by one. */
class StrategyTest {

    @TempDir private Path folder;
    private TinyTraining tiny;

    @BeforeEach
    void images() {
        tiny = new TinyTraining(folder);
    }

    private static Map<String, float[]> values(Autoencoder autoencoder) {
        Map<String, float[]> values = new TreeMap<>();
        autoencoder.parameters().forEach((n, p) -> values.put(n, p.getArray().toFloatArray()));
        return values;
    }

    private static Map<String, float[]> start(TrainingConfig config) throws IOException {
        try (Autoencoder autoencoder = StartingNetworks.of(config, Device.cpu()).autoencoder()) {
            return values(autoencoder);
        }
    }

    private Map<String, float[]> end(String run) throws IOException {
        Path bundle = folder.resolve(run).resolve("last");
        try (Autoencoder autoencoder = ModelBundle.open(bundle).load(Device.cpu())) {
            return values(autoencoder);
        }
    }

    /** Runs, and checks each parameter: those of these groups have changed, all others not. */
    private void assertChanges(String run, TrainingConfig config, ParameterGroup... changing)
            throws IOException {
        List<ParameterGroup> groups = List.of(changing);
        Map<String, float[]> before = start(config);
        new Training(config, TrainingListener.NONE).run(false);
        Map<String, float[]> after = end(run);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach(
                (name, values) -> {
                    boolean equal = Arrays.equals(values, before.get(name));
                    assertThat(equal)
                            .as(name + " is as it was")
                            .isEqualTo(!groups.contains(ParameterGroup.of(name)));
                });
        assertThat(before.keySet().stream().map(ParameterGroup::of)).contains(changing);
    }

    private static String[] settings(String encoder, String... others) {
        boolean resnet = encoder.equals("resnet");
        List<String> all = new ArrayList<>();
        all.add(resnet ? "architecture=" + TinyTraining.RESNET : "architecture.depth=1");
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expanding", "resnet"})
    void plainTrainingChangesTheWholeEncoder(String encoder) throws IOException {
        TrainingConfig config = tiny.config("plain", settings(encoder));
        assertChanges("plain", config, BACKBONE, LATENT_HEADS, NOISE_PATH);
    }

    @Test
    void rateZeroKeepsABackboneWithItsRunningStatistics() throws IOException {
        TrainingConfig config = tiny.config("heads", settings("resnet", "rates.backbone=0"));
        assertChanges("heads", config, LATENT_HEADS, NOISE_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wPlus", "zSum", "z"})
    void stageOneTrainsAllButTheNoiseHeadsInEachProjection(String projection) throws IOException {
        for (String encoder : List.of("expanding", "resnet")) {
            String form = "architecture.projection=" + projection;
            TrainingConfig config =
                    tiny.config(encoder, settings(encoder, "strategy=latent", form));
            assertChanges(encoder, config, BACKBONE, LATENT_HEADS);
            end(encoder)
                    .forEach(
                            (name, values) -> {
                                if (ParameterGroup.isNoiseHead(name)) {
                                    assertThat(values).as(name).containsOnly(0f);
                                }
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expanding", "resnet"})
    void stageTwoByLearningRateGoesOnWithAHundredthForAllButNoiseHeads(String encoder)
            throws IOException {
        tiny.run("stage1", settings(encoder, "strategy=latent"));
        TrainingConfig config = second("learningRate");
        Map<String, float[]> before = start(config);
        String latent = encoder.equals("resnet") ? "to_latent.0" : "to_latent";
        assertThat(before.get("encoder." + latent + ".bias"))
                .isEqualTo(end("stage1").get("encoder." + latent + ".bias"));

        assertChanges("stage2", config, BACKBONE, LATENT_HEADS, NOISE_PATH);

        // Adam's steps are about as long as the rate, so that rates show in the distances.
        double noiseHeads = distance(before, end("stage2"), NOISE_PATH);
        double latentHeads = distance(before, end("stage2"), LATENT_HEADS);
        assertThat(latentHeads).isBetween(noiseHeads / 300, noiseHeads / 30);
    }

    private static double distance(
            Map<String, float[]> before, Map<String, float[]> after, ParameterGroup group) {
        double sum = 0;
        int count = 0;
        for (Map.Entry<String, float[]> entry : after.entrySet()) {
            if (ParameterGroup.of(entry.getKey()) == group) {
                float[] old = before.get(entry.getKey());
                for (int i = 0; i < old.length; i++) {
                    sum += Math.abs(entry.getValue()[i] - old[i]);
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** Settings of a run that goes on from stage 1. */
    private TrainingConfig second(String strategy) throws IOException {
        Path file = tiny.file("stage2");
        String start = "start: " + folder.resolve("stage1/bundle") + "\nstrategy: " + strategy;
        Files.writeString(file, Files.readString(file).replaceFirst("architecture: .*", start));
        return TrainingConfigs.read(file, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"expanding", "resnet"})
    void stageTwoWithTwoNetworksTrainsTheSecondAndKeepsTheFirstToTheBit(String encoder)
            throws IOException {
        tiny.run("stage1", settings(encoder, "strategy=latent"));
        Map<String, float[]> first = end("stage1");
        TrainingConfig config = second("twoNetworks");
        start(config)
                .forEach(
                        (name, values) -> {
                            if (ParameterGroup.of(name) == LATENT_NETWORK) {
                                String old = name.replaceFirst("latent_encoder", "encoder");
                                assertThat(values).as(name).isEqualTo(first.get(old));
                            }
                        });
        assertChanges("stage2", config, BACKBONE, NOISE_PATH);
        assertThat(end("stage2").keySet()).anyMatch(name -> name.startsWith("latent_encoder."));
    }

    @Test
    void noiseDropoutTrainsAll() throws IOException {
        TrainingConfig config = tiny.config("dropout", "noiseDropout=0.5");
        assertChanges("dropout", config, BACKBONE, LATENT_HEADS, NOISE_PATH);
    }

    @Test
    void aSecondStageNeedsAModelToStartFrom() {
        assertThatThrownBy(() -> tiny.config("run", "strategy=twoNetworks"))
                .hasMessage(
                        "Setting strategy goes on from a trained model, which start must name.");
    }

    @Test
    void stageOneHasNoRateForNoiseHeads() {
        assertThatThrownBy(() -> tiny.config("run", "strategy=latent", "rates.noise=1"))
                .hasMessageStartingWith("Setting rates.noise must be 0 with strategy: latent");
    }

    @Test
    void aBundleToStartFromBringsItsOwnNetworks() throws IOException {
        tiny.run("stage1");
        String start = "start=" + folder.resolve("stage1/bundle");
        assertThat(tiny.config("run", start).networks().architecture())
                .isEqualTo(tiny.config("run").networks().architecture());
        assertThatThrownBy(() -> tiny.config("run", start, "architecture.depth=3"))
                .hasMessage(
                        "Setting architecture differs from that of start, which brings its own"
                                + " networks; leave it out.");
    }
}
