/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {

    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 2, 9.9, 10, 14, 60})
    void eachNumberComesAsOftenAsThePoissonDistributionSays(double mean) {
        SplittableRandom random = new SplittableRandom(5);
        int[] counts = new int[400];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) Poisson.draw(mean, random)]++;
        }
        double probability = Math.exp(-mean);
        for (int k = 0; k < counts.length; k++) {
            double expected = probability * DRAWS;
            // Five standard deviations of a count.
            assertThat((double) counts[k])
                    .as("draws of %d", k)
                    .isCloseTo(expected, within(5 * Math.sqrt(expected) + 3));
            probability *= mean / (k + 1);
        }
    }

    @Test
    void withoutLightThereAreNoPhotons() {
        assertThat(Poisson.draw(0, new SplittableRandom(1))).isZero();
    }
}
