/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussianNoiseTest {

    private static final int LENGTH = 1 << 16;

    @Test
    void hasMeanZeroAndTheStandardDeviationAskedFor() {
        float[] field = new GaussianNoise(25, 42).field(LENGTH, 0);
        double mean = mean(field);
        // Five standard errors: 25 / 256 for the mean, 25 / sqrt(2 n) for the deviation.
        assertThat(mean).isCloseTo(0, within(5 * 25 / 256.0));
        assertThat(Math.sqrt(meanProduct(field, field))).isCloseTo(25, within(5 * 25 / 362.0));
    }

    @Test
    void sameSeedAndIndexGiveTheSameNoise() {
        float[] first = new GaussianNoise(25, 42).field(LENGTH, 3);
        assertThat(new GaussianNoise(25, 42).field(LENGTH, 3)).containsExactly(first);
    }

    /** Values by a Python rewrite of SplitMix64's finaliser and java.util.Random. */
    @Test
    void noiseStaysTheSameFromReleaseToRelease() {
        assertThat(new GaussianNoise(25, 42).field(3, 0))
                .containsExactly(-6.79290676f, 2.83715296f, 33.3261452f);
    }

    @Test
    void neighbouringImagesAndSeedsAreIndependent() {
        float[] field = new GaussianNoise(1, 42).field(LENGTH, 0);
        float[] nextImage = new GaussianNoise(1, 42).field(LENGTH, 1);
        float[] nextSeed = new GaussianNoise(1, 43).field(LENGTH, 0);
        assertThat(meanProduct(field, nextImage)).isCloseTo(0, within(5 / 256.0));
        assertThat(meanProduct(field, nextSeed)).isCloseTo(0, within(5 / 256.0));
    }

    @Test
    void isAddedWithoutClippingOrRounding() {
        float[] clean = new float[LENGTH];
        GaussianNoise noise = new GaussianNoise(25, 42);
        float[] noisy = noise.addTo(clean, 7);
        assertThat(noisy).containsExactly(noise.field(LENGTH, 7));
        assertThat(noisy[0] != Math.rint(noisy[0]) || noisy[1] != Math.rint(noisy[1])).isTrue();
        boolean negative = false;
        for (float value : noisy) {
            negative |= value < 0;
        }
        assertThat(negative).isTrue();
        assertThat(clean).containsOnly(0);
    }

    @Test
    void negativeSigmaIsRefused() {
        assertThatThrownBy(() -> new GaussianNoise(-1, 42))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The noise level sigma must be zero or a positive number of grey values,"
                                + " not -1.0.");
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanProduct(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum / a.length;
    }
}
