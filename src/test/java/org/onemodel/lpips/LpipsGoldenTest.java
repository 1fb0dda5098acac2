/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.onemodel.SharedData;
import org.onemodel.weights.Checkpoint;

/** LPIPS against what the reference computed with the same weights. */
class LpipsGoldenTest {

    private static final float TOLERANCE = 1e-4f;

    private static NDList vectors(NDManager manager, String name) throws IOException {
        try (InputStream in = Files.newInputStream(SharedData.get("golden/" + name + ".npz"))) {
            return NDList.decode(manager, in);
        }
    }

    @Test
    void distanceAndGradientWithARandomSqueezeNetAreThoseOfTheReference() throws IOException {
        LpipsWeights weights =
                LpipsWeights.of(
                        Checkpoint.read(SharedData.get("golden/lpips_squeeze_random_backbone.pth")),
                        Checkpoint.read(SharedData.get("data/lpips/squeeze.pth")));
        try (NDManager manager = NDManager.newBaseManager();
                Lpips lpips = new Lpips(LpipsNetwork.SQUEEZE, weights, manager)) {
            NDList vectors = vectors(manager, "lpips_squeeze");
            NDArray x = vectors.get("x");
            x.setRequiresGradient(true);
            NDArray distance;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                distance = lpips.distance(x, vectors.get("y"));
                collector.backward(distance.sum());
            }

            assertThat(distance.toFloatArray())
                    .containsExactly(
                            vectors.get("distance").toFloatArray(), within(TOLERANCE / 10));
            NDArray expected = vectors.get("grad_x");
            NDArray difference = x.getGradient().sub(expected).abs();
            float scale = expected.abs().max().getFloat();
            assertThat(difference.max().getFloat() / scale).isLessThan(TOLERANCE);
        }
    }

    @Test
    void distancesWithTrainedFeaturesAreThoseOfTheReference() throws IOException {
        Path folder = SharedData.get("data/lpips");
        for (LpipsNetwork network : new LpipsNetwork[] {LpipsNetwork.SQUEEZE, LpipsNetwork.ALEX}) {
            try (NDManager manager = NDManager.newBaseManager();
                    Lpips lpips = Lpips.load(network, new LpipsFiles(folder, false), manager)) {
                NDList vectors = vectors(manager, "lpips_" + network.word() + "_imagenet");

                float[] distance =
                        lpips.distance(vectors.get("x"), vectors.get("y")).toFloatArray();

                assertThat(distance)
                        .as(network.word())
                        .containsExactly(vectors.get("distance").toFloatArray(), within(TOLERANCE));
            }
        }
    }
}
