/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalizationTest {

    @Test
    void theRangeMapsToMinusOneToOne() {
        Normalization normalization = Normalization.ofRange(100, 300);
        assertThat(normalization.normalize(new float[] {100, 200, 300, 400}))
                .containsExactly(-1, 0, 1, 2);
    }

    @Test
    void every16BitValueComesBackExactlyAfterRounding() {
        float[] values = new float[65536];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Normalization normalization = Normalization.ofRange(1234, 1300);
        float[] back = normalization.denormalize(normalization.normalize(values));
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.round(back[i])).isEqualTo(i);
        }
    }

    @Test
    void floatsComeBackWithinOneStepOfTheRange() {
        Random random = new Random(1);
        Normalization normalization = Normalization.ofRange(-3.5, 1e4);
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = -3.5f + random.nextFloat() * 1e4f;
        }
        float[] back = normalization.denormalize(normalization.normalize(values));
        for (int i = 0; i < values.length; i++) {
            assertThat(back[i]).isCloseTo(values[i], within(1e-3f));
        }
    }

    @Test
    void aConstantMapsToZeroAndBackExactly() {
        Normalization normalization = Normalization.ofRange(0.1f, 0.1f);
        float[] normalized = normalization.normalize(new float[] {0.1f, 0.1f});
        assertThat(normalized).containsOnly(0);
        assertThat(normalization.denormalize(normalized)).containsOnly(0.1f);
    }

    @Test
    void aRangeBetweenTwoHasBoundsBetweenTheirs() {
        Normalization start = Normalization.ofRange(0, 100);
        Normalization end = Normalization.ofRange(1000, 1200);
        assertThat(start.towards(end, 0.25)).isEqualTo(Normalization.ofRange(250, 375));
        assertThat(start.towards(end, 0)).isSameAs(start);
        assertThat(start.towards(end, 1)).isSameAs(end);
    }

    @Test
    void normalizingLeavesTheInputAlone() {
        float[] values = {1, 2};
        Normalization normalization = Normalization.ofRange(0, 10);
        normalization.denormalize(normalization.normalize(values));
        assertThat(values).containsExactly(1, 2);
    }

    @Test
    void inPlaceDoesTheSame() {
        float[] values = {1, 2};
        Normalization normalization = Normalization.ofRange(0, 4);
        normalization.apply(values);
        assertThat(values).containsExactly(-0.5f, 0);
        normalization.invert(values);
        assertThat(values).containsExactly(1, 2);
    }

    @Test
    void outliersTooLargeForTheRangeComeBackThroughTheExcess() {
        Normalization normalization = Normalization.ofRange(0, 1e-20f);
        float[] values = {1e-20f / 2, 1e30f, -1e30f};
        float[] excess = new float[3];
        normalization.takeExcess(values, excess);
        normalization.apply(values);
        assertThat(values).containsExactly(0, 1, -1);
        normalization.invert(values);
        assertThat(values[0] + excess[0]).isEqualTo(1e-20f / 2);
        assertThat(values[1] + excess[1]).isEqualTo(1e30f);
        assertThat(values[2] + excess[2]).isEqualTo(-1e30f);
    }

    @Test
    void denormalAndEnormousRangesInvert() {
        for (float scale : new float[] {1e-44f, 1e-30f, 1e30f, 1e38f}) {
            Normalization normalization = Normalization.ofRange(-2 * scale, 3 * scale);
            float[] values = {-2 * scale, 0, scale, 3 * scale};
            float[] back = normalization.denormalize(normalization.normalize(values));
            for (int i = 0; i < values.length; i++) {
                assertThat(back[i]).isCloseTo(values[i], within(2 * Math.ulp(3 * scale)));
            }
        }
    }

    @Test
    void rangesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Normalization.ofRange(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The range of grey values is 2.0 to 1.0; expected finite numbers, the lower"
                                + " one first.");
        assertThatThrownBy(() -> Normalization.ofRange(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
