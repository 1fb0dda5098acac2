/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.train.data.Batch;
import org.onemodel.weights.ForeignModel;

/** The reference's training, from the same weights on the same batch. */
class GoldenTrainStepsTest {

    @TempDir private Path folder;
    private TrainingConfig config;

    @BeforeEach
    void settings() {
        config =
                new TinyTraining(folder)
                        .config(
                                "golden",
                                "rates.noise=10", // 1e-3 for noise heads, 1e-4 for all others
                                "optimizer={learningRate: 1e-4, finalLearningRate: 1e-4}");
    }

    private static Path golden(String name) {
        try {
            return Path.of(GoldenTrainStepsTest.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Replica replica() throws IOException {
        ForeignModel file = ForeignModel.read(golden("stylegan2_wplusencoder.pt"));
        Autoencoder autoencoder = file.build(TensorEngine.newManager(Device.cpu()));
        ((NetworkBlock) autoencoder.decoder()).freeze();
        return new Replica(config, autoencoder);
    }

    private static NDList reference(NDManager manager) throws IOException {
        try (InputStream in = Files.newInputStream(golden("train_steps.npz"))) {
            return NDList.decode(manager, in);
        }
    }

    private static Batch batch(NDList reference) {
        float[] x = reference.get("x").toFloatArray();
        return new Batch(4, 64, x, reference.get("target").toFloatArray(), Optional.empty());
    }

    @Test
    void fiveStepsHaveTheLossesOfTheReferenceAndEndInItsNetworks()
            throws IOException, InterruptedException {
        try (Replica replica = replica();
                NDManager manager = replica.autoencoder().manager().newSubManager();
                TrainingStep step = new TrainingStep(config, List.of(replica))) {
            NDList reference = reference(manager);
            Batch batch = batch(reference);
            float[] losses = reference.get("losses").toFloatArray();
            for (int i = 0; i < losses.length; i++) {
                double sum = 4 * step.take(() -> batch, i).get("loss"); // over the batch of four
                assertThat(sum / losses[i]).as("loss of step " + i).isCloseTo(1, offset(1e-3));
            }
            Autoencoder trained = replica.autoencoder();
            NDArray output = trained.decode(trained.encode(reference.get("x").duplicate()));
            NDArray expected = reference.get("y_eval_after");
            double largest = output.sub(expected).abs().max().getFloat();
            assertThat(largest / expected.abs().max().getFloat())
                    .as("y_eval_after")
                    .isLessThan(5e-3);
        }
    }

    @Test
    void theFirstGradientsAreThoseOfTheReference() throws IOException {
        Map<String, String> ours =
                Map.of("start_block.conv1.weight", "resnet_blocks.0.conv1.weight");
        try (Replica replica = replica();
                NDManager manager = replica.autoencoder().manager().newSubManager()) {
            NDList reference = reference(manager);
            replica.accumulate(batch(reference), 0);
            int compared = 0;
            for (NDArray expected : reference) {
                if (expected.getName().startsWith("grad0:")) {
                    String name = expected.getName().substring("grad0:".length());
                    String parameter = "encoder." + ours.getOrDefault(name, name);
                    NDArray weight = replica.autoencoder().parameters().get(parameter).getArray();
                    double error = weight.getGradient().sub(expected).abs().max().getFloat();
                    double scale = expected.abs().max().getFloat();
                    assertThat(error).as("gradient of " + name).isLessThan(1e-3 * scale);
                    compared++;
                }
            }
            assertThat(compared).isEqualTo(4);
        }
    }
}
