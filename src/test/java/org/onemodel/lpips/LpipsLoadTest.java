/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onemodel.weights.CheckpointFiles;
import org.onemodel.weights.HostTensor;

/** Networks read from files that are laid out as the published ones. */
class LpipsLoadTest {

    @TempDir Path folder;

    private void write(LpipsWeights weights, String featuresName, String linearName)
            throws IOException {
        Map<String, HostTensor> features = new TreeMap<>(weights.tensors());
        Map<String, HostTensor> linear = new TreeMap<>(weights.tensors());
        features.keySet().removeIf(name -> name.startsWith("lin"));
        linear.keySet().removeAll(features.keySet());
        features.put("classifier.1.weight", new HostTensor(new long[] {2, 2}, new float[4]));
        CheckpointFiles.write(folder.resolve(featuresName), features);
        CheckpointFiles.write(folder.resolve(linearName), linear);
    }

    @ParameterizedTest
    @EnumSource
    void theFilesOfTorchvisionAreReadWithoutTheirClassifier(LpipsNetwork network)
            throws IOException {
        LpipsWeights weights = SmallWeights.of(network, 3);
        PublishedFiles files = PublishedFiles.of(network);
        write(weights, files.torchvision(), files.linear());
        try (NDManager manager = NDManager.newBaseManager();
                Lpips loaded = Lpips.load(network, new LpipsFiles(folder, false), manager);
                Lpips direct = new Lpips(network, weights, manager)) {
            NDArray x = manager.zeros(new Shape(1, 3, 32, 32));
            NDArray y = manager.ones(new Shape(1, 3, 32, 32));

            assertThat(loaded.parameters())
                    .containsOnlyKeys(weights.tensors().keySet().toArray(String[]::new));
            assertThat(loaded.distance(x, y).getFloat())
                    .isPositive()
                    .isEqualTo(direct.distance(x, y).getFloat());
        }
    }

    @Test
    void filesOfAnotherNetworkAreRefusedInOneSentence() throws IOException {
        write(SmallWeights.of(LpipsNetwork.ALEX, 3), "vgg16_features.pth", "vgg.pth");
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThatThrownBy(
                            () ->
                                    Lpips.load(
                                            LpipsNetwork.VGG,
                                            new LpipsFiles(folder, false),
                                            manager))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "The LPIPS weights in the folder %s are not those of the network vgg:"
                                    + " the tensor features.2.weight is missing; remove them and"
                                    + " let them be fetched again.",
                            folder);
        }
    }
}
