/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothPartTest {

    @ParameterizedTest
    @CsvSource({"64, 64, 16", "100, 37, 16", "3, 50, 8", "1, 1, 4", "20, 20, 1"})
    void theSquaresOfBothPartsAddUp(int width, int height, int length) {
        Random random = new Random(3);
        float[] picture = new float[width * height];
        double whole = 0;
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) (random.nextGaussian() + i % width);
            whole += picture[i] * picture[i];
        }
        double smooth = new SmoothPart(width, height, length).takeFrom(picture);
        double fine = 0;
        for (float value : picture) {
            fine += value * value;
        }
        assertThat(smooth + fine).isEqualTo(whole, within(1e-5 * whole));
        double again = new SmoothPart(width, height, length).takeFrom(picture);
        assertThat(again).as("nothing smooth is left").isLessThan(1e-9 * whole);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "4, 0"})
    void wavesLongerThanTheLengthAreSmooth(int halfWaves, double share) {
        float[] picture = new float[64 * 2]; // half-waves of 64 / 3 = 21 and of 16 pixels
        double whole = 0;
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) Math.cos(Math.PI * halfWaves * (i % 64 + 0.5) / 64);
            whole += picture[i] * picture[i];
        }
        assertThat(new SmoothPart(64, 2, 16).takeFrom(picture) / whole)
                .isEqualTo(share, within(1e-6));
    }
}
