/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/** One layer's distance where features vanish; a network's ReLU would hide a wrong gradient. */
class FeatureDistanceTest {

    @Test
    void theSlopeAtAPixelWithoutFeaturesIsThatOfTheDefinition() {
        try (NDManager manager = NDManager.newBaseManager()) {
            FeatureDistance distance = new FeatureDistance(2);
            NDArray x = manager.create(new float[] {0, 3, 0, 4}, new Shape(1, 2, 1, 2));
            NDArray y = manager.create(new float[] {0.6f, 3, 0.8f, 4}, new Shape(1, 2, 1, 2));
            distance.freeze();
            distance.parameters()
                    .values()
                    .forEach(p -> NetworkBlock.fill(p, manager, new float[] {2, 1}));
            x.setRequiresGradient(true);
            NDArray value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                value = distance.apply(new Pass(new ParameterStore(manager, false), false), x, y);
                collector.backward(value);
            }

            // f = Σ w·(x / (|x| + ε) − y / |y|)² / 2 pixels: at x = 0, ∂f/∂x = −w·y / |y| / ε
            assertThat(value.getFloat()).isCloseTo(0.68f, within(1e-6f));
            assertThat(x.getGradient().toFloatArray())
                    .containsExactly(new float[] {-1.2e10f, 0, -0.8e10f, 0}, within(1e5f));
        }
    }
}
