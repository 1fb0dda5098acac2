/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlindSpotTest {

    private static final int SIDE = 64;

    /** All values of a channel differ, so that a value tells where it comes from. */
    private static float[] counting() {
        float[] sample = new float[3 * SIDE * SIDE];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = i;
        }
        return sample;
    }

    @Test
    void maskedPixelsHaveTheValueOfANeighbourAndNoOtherPixelChanges() {
        int radius = 3;
        BlindSpot blindSpot = new BlindSpot(new BlindSpotConfig(0.05, radius));
        for (int seed = 0; seed < 20; seed++) {
            Sample sample = blindSpot.mask(counting(), SIDE, new SplittableRandom(seed));
            assertThat(sample.target()).isEqualTo(counting());
            float[] mask = sample.mask().orElseThrow();
            for (int i = 0; i < SIDE * SIDE; i++) {
                int from = (int) sample.input()[i];
                if (mask[i] == 0) {
                    assertThat(from).isEqualTo(i);
                } else {
                    assertThat(from).as("neighbour of pixel %d", i).isNotEqualTo(i);
                    assertThat(Math.abs(from % SIDE - i % SIDE)).isLessThanOrEqualTo(radius);
                    assertThat(Math.abs(from / SIDE - i / SIDE)).isLessThanOrEqualTo(radius);
                }
                for (int c = 1; c < 3; c++) {
                    int area = c * SIDE * SIDE;
                    assertThat(sample.input()[area + i]).isEqualTo(area + from);
                }
            }
        }
    }

    @Test
    void theShareOfMaskedPixelsIsTheGivenOneInEachPartOfTheSample() {
        Sample sample =
                new BlindSpot(BlindSpotConfig.PUBLISHED)
                        .mask(counting(), SIDE, new SplittableRandom(1));
        float[] mask = sample.mask().orElseThrow();
        double[] quarters = new double[4];
        for (int i = 0; i < mask.length; i++) {
            int quarter = i % SIDE / (SIDE / 2) + 2 * (i / SIDE / (SIDE / 2));
            quarters[quarter] += mask[i] / (SIDE * SIDE / 4);
        }
        for (double share : quarters) {
            assertThat(share).isCloseTo(0.02, within(0.006));
        }
    }
}
