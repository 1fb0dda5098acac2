/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstantsTest {

    @Test
    void gradientsSurviveAGarbageCollectionBeforeTheBackwardPass() {
        int factors = 2000;
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.ones(new Shape(1));
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray sum = manager.zeros(new Shape(1));
                for (int i = 0; i < factors; i++) {
                    sum = sum.add(Constants.times(x, 3));
                }
                collectGarbage(manager);
                collector.backward(sum);
            }
            assertThat(x.getGradient().toFloatArray()).containsExactly(3f * factors);
        }
    }

    /** Frees unreachable buffers, and takes their memory for other values. */
    private static void collectGarbage(NDManager manager) {
        List<NDArray> others = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            System.gc();
            for (int i = 0; i < 2000; i++) {
                others.add(manager.create(-1e9f));
            }
        }
        assertThat(others).hasSize(10_000);
    }
}
