/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseLimitTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;
    private static final SigmaRange TRAINED = new SigmaRange(5, 50);

    private static float[] random(double deviation, long seed) {
        Random random = new Random(seed);
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation / 127.5 * random.nextGaussian());
        }
        return values;
    }

    @Test
    void withoutNoiseTheInputComesBackToTheBit() {
        float[] input = random(40, 1);
        float[] restored = random(40, 2);
        NoiseLimit.apply(restored, input, WIDTH, HEIGHT, 0, TRAINED);
        assertThat(restored).isEqualTo(input);
        float[] other = random(40, 3);
        NoiseLimit.apply(other, input, WIDTH, HEIGHT, 0, new SigmaRange(0, 50));
        assertThat(other).isEqualTo(input);
    }

    @Test
    void inTheTrainedRangeNothingIsLimited() {
        float[] restored = random(40, 2);
        float[] before = restored.clone();
        NoiseLimit.apply(restored, random(40, 1), WIDTH, HEIGHT, 5, TRAINED);
        assertThat(restored).isEqualTo(before);
    }

    @Test
    void whatIsNoMoreThanNoiseIsRemoved() {
        float[] input = random(0.8, 3);
        float[] restored = new float[input.length];
        NoiseLimit.apply(restored, input, WIDTH, HEIGHT, 2, TRAINED);
        assertThat(restored).containsOnly(0);
    }

    @Test
    void theShareIsThatOfTheNoiseInTheMeanSquareAroundEachPixel() {
        float[] input = random(12, 4);
        float[] restored = new float[input.length];
        NoiseLimit.apply(restored, input, WIDTH, HEIGHT, 2, TRAINED);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double sum = 0;
                int count = 0;
                for (int v = Math.max(0, y - 6); v <= Math.min(HEIGHT - 1, y + 6); v++) {
                    for (int u = Math.max(0, x - 6); u <= Math.min(WIDTH - 1, x + 6); u++) {
                        sum += Math.pow(input[v * WIDTH + u], 2);
                        count++;
                    }
                }
                double share = 1.16 * Math.pow(2 / 127.5, 2) * count / sum;
                float expected = (float) (input[y * WIDTH + x] * (1 - share));
                assertThat(restored[y * WIDTH + x])
                        .as("x %s, y %s", x, y)
                        .isCloseTo(expected, within(1e-6f));
            }
        }
    }

    @Test
    void planesOfOtherSizesAreRefused() {
        assertThatThrownBy(() -> NoiseLimit.apply(new float[6], new float[5], 2, 3, 1, TRAINED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The restored and the input plane have 6 and 5 values; expected 2 x 3"
                                + " each.");
    }
}
