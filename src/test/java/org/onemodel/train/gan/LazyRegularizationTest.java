/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onemodel.train.optimize.OptimizerConfig;

class LazyRegularizationTest {

    private static final OptimizerConfig ADAM = new OptimizerConfig(2e-3, 1e-3, 7, 0, 0.99, 0, 0);

    @Test
    void stepsAreCountedWithThoseOfTheRegularization() {
        LazyRegularization every3 = new LazyRegularization(1, 3);
        List<Integer> steps = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < 10; i++) {
            assertThat(every3.stepsBefore(i)).as("before iteration %d", i).isEqualTo(taken);
            taken += every3.isDue(i) ? 2 : 1;
            steps.add(taken);
        }
        assertThat(steps).containsExactly(2, 3, 4, 6, 7, 8, 10, 11, 12, 14);
    }

    @Test
    void theOptimiserIsSlowedByTheShareOfStepsThatAreAdded() {
        OptimizerConfig adjusted = new LazyRegularization(10, 16).adjust(ADAM);
        assertThat(adjusted.learningRate()).isCloseTo(2e-3 * 16 / 17, within(1e-12));
        assertThat(adjusted.finalLearningRate()).isCloseTo(1e-3 * 16 / 17, within(1e-12));
        assertThat(adjusted.beta1()).isZero();
        assertThat(adjusted.beta2()).isCloseTo(Math.pow(0.99, 16.0 / 17), within(1e-12));
        assertThat(adjusted.warmUp()).isEqualTo(7);
        assertThat(new LazyRegularization(10, 16).lazyWeight()).isEqualTo(160);
    }

    @Test
    void withoutWeightNothingChanges() {
        LazyRegularization none = new LazyRegularization(0, 16);
        assertThat(none.isDue(0)).isFalse();
        assertThat(none.stepsBefore(100)).isEqualTo(100);
        assertThat(none.adjust(ADAM)).isEqualTo(ADAM);
    }
}
