/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ToneMatchingTest {

    private static final int SIDE = 96;

    @Test
    void anOffsetOfTheResultIsRemoved() {
        float[] input = new float[SIDE * SIDE];
        Arrays.fill(input, 0.25f);
        float[] restored = new float[SIDE * SIDE];
        Arrays.fill(restored, 0.35f);
        ToneMatching.apply(restored, input, SIDE, SIDE);
        assertThat(restored).containsExactly(input, Offset.offset(1e-5f));
    }

    @Test
    void noiseIsNotBroughtBack() {
        Random random = new Random(1);
        float[] restored = new float[SIDE * SIDE];
        float[] input = new float[SIDE * SIDE];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        ToneMatching.apply(restored, input, SIDE, SIDE);
        double energy = 0;
        for (float value : restored) {
            energy += value * value;
        }
        // a Gaussian window of deviation s leaves 1 / (4πs²) of the noise's energy: 1/452 for 6
        assertThat(energy / restored.length).isBetween(0.5 / 452, 2.0 / 452);
    }
}
