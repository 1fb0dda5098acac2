/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.restore.TinyModel;

class BatchProjectionTest {

    private static final int SIDE = TinyModel.SIZE;
    private static final Shape TILES = new Shape(2, 3, SIDE, SIDE);

    private static Autoencoder model;

    @BeforeAll
    static void draw() throws Exception {
        TensorEngine.start();
        model = TinyModel.draw();
        ((NetworkBlock) model.decoder()).freeze();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static float[] random(long seed) {
        Random random = new Random(seed);
        float[] values = new float[(int) TILES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.tanh(random.nextGaussian());
        }
        return values;
    }

    private static BatchProjection projection(NDManager owner, ProjectionOptions options) {
        NDArray target = owner.create(random(1), TILES);
        NDArray shares = owner.ones(new Shape(2, 1, SIDE, SIDE));
        TileErrors errors = new TileErrors(target, shares, Optional.empty());
        try (NDManager scratch = owner.newSubManager()) {
            NDArray images = scratch.create(random(1), TILES);
            return new BatchProjection(model, options, model.encode(images), target, errors);
        }
    }

    @Test
    void aStepLeavesNoTensorBehind() {
        List<Integer> tensors = new ArrayList<>();
        List<Integer> onModel = new ArrayList<>();
        try (NDManager owner = model.manager().newSubManager()) {
            BatchProjection projection =
                    projection(owner, ProjectionOptions.defaults().withSteps(30));

            projection.run(
                    step -> {
                        tensors.add(owner.getManagedArrays().size());
                        onModel.add(model.manager().getManagedArrays().size());
                    });
        }
        assertThat(tensors).hasSize(31).containsOnly(tensors.get(0));
        assertThat(onModel).containsOnly(onModel.get(0));
    }

    @Test
    void theDecoderGetsNoGradients() {
        try (NDManager owner = model.manager().newSubManager()) {
            float[][] before = weights();

            projection(owner, ProjectionOptions.defaults().withSteps(3)).run(step -> {});

            assertThat(weights()).isDeepEqualTo(before);
            ((NetworkBlock) model.decoder())
                    .parameters()
                    .forEach(
                            (name, parameter) ->
                                    assertThat(parameter.getArray().hasGradient())
                                            .as(name)
                                            .isFalse());
        }
    }

    private static float[][] weights() {
        return ((NetworkBlock) model.decoder())
                .parameters().values().stream()
                        .map(parameter -> parameter.getArray().toFloatArray())
                        .toArray(float[][]::new);
    }

    @Test
    void whatIsBestIsKeptWhereStepsLeadAstray() {
        try (NDManager owner = model.manager().newSubManager()) {
            BatchProjection wild =
                    projection(owner, ProjectionOptions.defaults().withSteps(5).withRate(1e6));
            double[] start = new double[2];
            float[][] image = new float[1][];

            wild.run(
                    step -> {
                        if (step == 0) {
                            start[0] = wild.mse(0);
                            start[1] = wild.mse(1);
                            image[0] = wild.images();
                        }
                    });

            assertThat(wild.mse(0)).isEqualTo(start[0]);
            assertThat(wild.mse(1)).isEqualTo(start[1]);
            assertThat(wild.images()).isEqualTo(image[0]);
        }
    }
}
