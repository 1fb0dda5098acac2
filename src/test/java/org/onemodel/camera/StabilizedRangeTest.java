/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onemodel.image.Normalization;

class StabilizedRangeTest {

    private static final SigmaRange TRAINED = new SigmaRange(5, 50);
    private static final CameraNoise CAMERA = new CameraNoise(2, 100, 3);

    @Test
    void theRangeBecomesMinusOneToOne() {
        StabilizedRange map = StabilizedRange.of(CAMERA, Normalization.ofRange(100, 1000), TRAINED);
        float[] values = {100, 1000};
        map.apply(values);
        assertThat(values[0]).isCloseTo(-1, within(1e-6f));
        assertThat(values[1]).isCloseTo(1, within(1e-6f));
        assertThat(map.sigma()).isBetween(5.0, 50.0);
    }

    @Test
    void theNoiseIsAsStrongAsItSays() {
        StabilizedRange map = StabilizedRange.of(CAMERA, Normalization.ofRange(100, 1000), TRAINED);
        for (float level : new float[] {110, 200, 500, 1000}) {
            float[] light = new float[40_000];
            Arrays.fill(light, level);
            float[] values = new Exposure(200, light).expose(CAMERA, 1);
            map.apply(values);
            assertThat(deviation(values) * 127.5)
                    .as("grey level %s", level)
                    .isCloseTo(map.sigma(), within(0.05 * map.sigma()));
        }
    }

    @Test
    void noiseStrongerThanTheTrainingIsMadeAsStrongByASmallerRange() {
        StabilizedRange map =
                StabilizedRange.ofGaussian(100, Normalization.ofRange(0, 200), TRAINED);
        float[] values = {0, 100, 200};
        map.apply(values);
        assertThat(map.sigma()).isCloseTo(50, within(1e-9));
        assertThat(values[1]).isCloseTo(0, within(1e-6f));
        assertThat(values[2] - values[0]).isCloseTo(2 * 50 / 127.5f, within(1e-5f));
    }

    @Test
    void weakNoiseIsLeftWeak() {
        StabilizedRange map = StabilizedRange.ofGaussian(1, Normalization.ofRange(0, 255), TRAINED);
        assertThat(map.sigma()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theInverseIsRightOnAverage() {
        StabilizedRange map = StabilizedRange.of(CAMERA, Normalization.ofRange(100, 400), TRAINED);
        for (float level : new float[] {100, 101, 105, 150, 400, 2000}) {
            float[] light = new float[40_000];
            Arrays.fill(light, level);
            float[] values = new Exposure(200, light).expose(CAMERA, 2);
            map.apply(values);
            double sum = 0;
            for (float value : values) {
                sum += value;
            }
            float[] mean = {(float) (sum / values.length)};
            map.invert(mean);
            assertThat((double) mean[0])
                    .as("grey level %s", level)
                    .isCloseTo(level, within(4 * CAMERA.sigma(level) / 200));
        }
    }

    @Test
    void aConstantRangeIsOnlyShifted() {
        StabilizedRange map = StabilizedRange.ofGaussian(3, Normalization.ofRange(70, 70), TRAINED);
        float[] values = {70};
        map.apply(values);
        assertThat(values[0]).isZero();
        map.invert(values);
        assertThat(values[0]).isEqualTo(70);
    }

    @Test
    void everyFloatStaysFinite() {
        StabilizedRange map = StabilizedRange.of(CAMERA, Normalization.ofRange(100, 1000), TRAINED);
        Random random = new Random(3);
        for (int n = 0; n < 10_000; n++) {
            float[] values = {Float.intBitsToFloat(random.nextInt())};
            if (Float.isFinite(values[0])) {
                map.apply(values);
                assertThat(values[0]).isFinite();
                map.invert(values);
                assertThat(values[0]).isFinite();
            }
        }
    }

    @Test
    void aRangeOfNoiseRises() {
        assertThatThrownBy(() -> new SigmaRange(50, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The model's range of noise is 50.0 to 5.0 of 255; expected two numbers"
                                + " from 0, the lower one first.");
    }

    private static double deviation(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(squares / values.length - mean * mean);
    }
}
