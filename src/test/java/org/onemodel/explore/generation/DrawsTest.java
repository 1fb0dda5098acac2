/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawsTest {

    private static final int MANY = 200_000;

    private static double[] moments(float[] values) {
        double[] moments = new double[4];
        for (float value : values) {
            for (int k = 0; k < moments.length; k++) {
                moments[k] += Math.pow(value, k + 1) / values.length;
            }
        }
        return moments;
    }

    @Test
    void theNumbersAreNormallyDistributed() {
        double[] moments = moments(new Draws(1, 0, 1).normal(0, MANY));

        // deviations of these means over so many numbers: 0.0022, 0.0032, 0.0087, 0.022
        assertThat(moments[0]).as("mean").isCloseTo(0, within(0.009));
        assertThat(moments[1]).as("variance").isCloseTo(1, within(0.013));
        assertThat(moments[2]).as("skewness").isCloseTo(0, within(0.035));
        assertThat(moments[3]).as("kurtosis").isCloseTo(3, within(0.09));
    }

    @Test
    void theFirstNumbersOfManyImagesAreNormallyDistributedToo() {
        for (long seed : new long[] {0, -1, 7}) {
            double[] moments = moments(new Draws(seed, 0, MANY).normal(0, 1));

            assertThat(moments[0]).as("mean of seed %d", seed).isCloseTo(0, within(0.009));
            assertThat(moments[1]).as("variance of seed %d", seed).isCloseTo(1, within(0.013));
        }
    }

    @Test
    void anImagesNumbersDependOnItsPlaceAlone() {
        float[] together = new Draws(7, 0, 5).normal(2, 10);
        float[] apart = new Draws(7, 3, 2).normal(2, 6);

        for (int i = 0; i < 6; i++) {
            assertThat(apart[i]).isEqualTo(together[30 + i]);
            assertThat(apart[6 + i]).isEqualTo(together[40 + i]);
        }
    }

    @Test
    void seedsImagesAndSequencesAreIndependent() {
        float[] one = new Draws(1, 2, 1).normal(3, MANY);
        Draws[] others = {
            new Draws(2, 2, 1), new Draws(1, 3, 1), new Draws(3, 2, 1), new Draws(2, 1, 1)
        };
        for (Draws other : others) {
            assertThat(correlation(one, other.normal(3, MANY)))
                    .as(other.toString())
                    .isCloseTo(0, within(0.009));
        }
        assertThat(correlation(one, new Draws(1, 2, 1).normal(1, MANY)))
                .isCloseTo(0, within(0.009));
    }

    private static double correlation(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i] / (double) a.length;
        }
        return sum;
    }

    /** Computed apart from this program, from the description of both methods. */
    @Test
    void theNumbersStayTheSame() {
        assertThat(new Draws(7, 2, 1).normal(1, 4))
                .containsExactly(1.0539192f, -1.4874444f, -0.292248845f, 1.08877528f);
    }
}
