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

class AnscombeTransformTest {

    private static final int SAMPLES = 100_000;

    /** Mean and variance of transformed exposures of one mean. */
    private record Moments(double mean, double variance) {

        static Moments of(AnscombeTransform transform, double photons, long seed) {
            CameraNoise noise = transform.noise();
            float[] light = new float[SAMPLES];
            Arrays.fill(light, (float) (noise.offset() + noise.gain() * photons));
            float[] values = new Exposure(1, light).expose(noise, seed);
            double sum = 0;
            double squares = 0;
            for (float value : values) {
                double z = transform.apply(value);
                sum += z;
                squares += z * z;
            }
            double mean = sum / SAMPLES;
            return new Moments(mean, squares / SAMPLES - mean * mean);
        }
    }

    private static AnscombeTransform transform(double gain, double readNoise) {
        return new AnscombeTransform(new CameraNoise(gain, 100, readNoise));
    }

    @Test
    void theNoiseHasVarianceOneFromFourPhotonsOn() {
        for (double gain : new double[] {0.1, 1, 10}) {
            for (double readNoise : new double[] {0, 1, 3, 10}) {
                for (double photons : new double[] {4, 10, 30, 100, 1000, 10000}) {
                    double variance = Moments.of(transform(gain, readNoise), photons, 1).variance();
                    assertThat(variance)
                            .as("gain %s, read noise %s, %s photons", gain, readNoise, photons)
                            .isCloseTo(1, within(0.06));
                }
            }
        }
    }

    /** Without read noise darkness has no noise that could be made uniform. */
    @Test
    void withReadNoiseTheVarianceIsNearOneInDarknessToo() {
        for (double readNoise : new double[] {1, 3, 10, 100}) {
            for (double photons : new double[] {0, 0.3, 1, 2}) {
                double variance = Moments.of(transform(1, readNoise), photons, 2).variance();
                assertThat(variance).isBetween(0.97, 1.13);
            }
        }
    }

    @Test
    void theInverseOfTheMeanIsTheMean() {
        for (double gain : new double[] {0.1, 1, 10}) {
            for (double readNoise : new double[] {0, 1, 10, 100}) {
                for (double photons : new double[] {0, 0.1, 0.5, 1, 3, 10, 100, 250, 300, 5000}) {
                    AnscombeTransform transform = transform(gain, readNoise);
                    double grey = transform.invert(Moments.of(transform, photons, 3).mean());
                    double expected = 100 + gain * photons;
                    double standardError = transform.noise().sigma(expected) / Math.sqrt(SAMPLES);
                    assertThat(grey)
                            .as("gain %s, read noise %s, %s photons", gain, readNoise, photons)
                            .isCloseTo(expected, within(4.5 * standardError + 1e-3 * gain));
                }
            }
        }
    }

    @Test
    void theInverseHasNoStepWhereTheTableEnds() {
        UnbiasedInverse inverse = new UnbiasedInverse(new AnscombeCurve(0.5), 0.5);
        double last = inverse.apply(30);
        for (double mean = 30.001; mean < 34; mean += 0.001) {
            double next = inverse.apply(mean);
            // the slope of mean²/4 + mean * root is near 16 there
            assertThat(next - last).as("step at %s", mean).isBetween(0.015, 0.02);
            last = next;
        }
    }

    @Test
    void bothWaysRise() {
        for (double readNoise : new double[] {0, 0.01, 1, 20, 1e5}) {
            AnscombeTransform transform = transform(1, readNoise);
            double lastForth = Double.NEGATIVE_INFINITY;
            double lastBack = Double.NEGATIVE_INFINITY;
            for (int i = -2000; i <= 2000; i++) {
                double forth = transform.apply(i * 0.5);
                double back = transform.invert(i * 0.05);
                assertThat(forth).isGreaterThan(lastForth);
                assertThat(back).isGreaterThan(lastBack);
                lastForth = forth;
                lastBack = back;
            }
        }
    }

    @Test
    void everyFloatGivesAFiniteNumber() {
        Random random = new Random(4);
        for (double gain : new double[] {0, 1e-9, 1, 1e9}) {
            AnscombeTransform transform = transform(gain, 2);
            for (int n = 0; n < 10_000; n++) {
                float value = Float.intBitsToFloat(random.nextInt());
                if (Float.isFinite(value)) {
                    assertThat(transform.apply(value)).isFinite();
                    assertThat(transform.invert(value)).isFinite();
                }
            }
        }
    }

    @Test
    void withoutGainItIsAStraightLine() {
        AnscombeTransform line = transform(0, 4);
        AnscombeTransform nearly = transform(1e-5, 4);
        for (double grey = 0; grey <= 300; grey += 10) {
            assertThat(line.apply(grey)).isCloseTo((grey - 100) / 4, within(1e-12));
            assertThat(line.invert(line.apply(grey))).isCloseTo(grey, within(1e-9));
            assertThat(nearly.apply(grey)).isCloseTo(line.apply(grey), within(1e-2));
            assertThat(nearly.invert(nearly.apply(grey))).isCloseTo(grey, within(1e-2));
        }
    }

    @Test
    void camerasOfTheSameLineOfVarianceHaveTheSameTransformButForAConstant() {
        AnscombeTransform one = new AnscombeTransform(new CameraNoise(2, 100, 3));
        AnscombeTransform other = new AnscombeTransform(new CameraNoise(2, 108, 5));
        double constant = one.apply(200) - other.apply(200);
        for (double grey = 110; grey < 5000; grey *= 1.5) {
            assertThat(one.apply(grey) - other.apply(grey)).isCloseTo(constant, within(1e-9));
        }
    }

    @Test
    void withoutNoiseThereIsNothingToMakeUniform() {
        assertThatThrownBy(() -> new AnscombeTransform(CameraNoise.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The camera's gain and read noise are both 0; expected a noise to make"
                                + " uniform.");
    }
}
