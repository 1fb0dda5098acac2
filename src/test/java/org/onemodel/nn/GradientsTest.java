/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GradientsTest {

    private static float[] gradientOfSquares(float[] values) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = Constants.tensor(manager, values, new Shape(values.length));
            x.setRequiresGradient(true);
            Gradients.addOf(() -> x.square().sum());
            return x.getGradient().toFloatArray();
        }
    }

    @Test
    void theGradientIsAddedToTheTensors() {
        assertThat(gradientOfSquares(new float[] {1, -2, 3})).containsExactly(2, -4, 6);
    }

    @Test
    void severalThreadsTakeGradientsAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                float value = i;
                answers.add(threads.submit(() -> gradientOfSquares(new float[] {value})));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).as("computation %d", i).containsExactly(2f * i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void afterAFailureGradientsCanBeTakenAgain() {
        assertThatThrownBy(
                        () ->
                                Gradients.addOf(
                                        () -> {
                                            throw new IllegalStateException("no sum");
                                        }))
                .hasMessage("no sum");

        assertThat(gradientOfSquares(new float[] {4})).containsExactly(8);
    }
}
