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
        restored = matched(restored, input, SIDE);
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
        restored = matched(restored, input, 7);
        double energy = 0;
        for (float value : restored) {
            energy += value * value;
        }
        // a Gaussian window of deviation s leaves 1 / (4πs²) of the noise's energy: 1/452 for 6
        assertThat(energy / restored.length).isBetween(0.5 / 452, 2.0 / 452);
    }

    @Test
    void theResultIsTheSameHoweverTheRowsCome() {
        Random random = new Random(2);
        float[] restored = new float[SIDE * SIDE];
        float[] input = new float[SIDE * SIDE];
        for (int i = 0; i < input.length; i++) {
            input[i] = random.nextFloat();
            restored[i] = random.nextFloat();
        }
        float[] whole = matched(restored, input, SIDE);

        for (int rows : new int[] {1, 5, 18, 19, 64, 95}) {
            assertThat(matched(restored, input, rows)).as("%d rows", rows).isEqualTo(whole);
        }
    }

    private static float[] matched(float[] restored, float[] input, int rowsAtATime) {
        float[] result = new float[restored.length];
        int[] next = new int[1];
        RowWindow tone =
                new RowWindow(
                        SIDE,
                        SIDE,
                        1,
                        ToneMatching.REACH,
                        (channel, values, given, width, rows) ->
                                ToneMatching.apply(values, given, width, rows),
                        (rows, values, given) -> {
                            System.arraycopy(values[0], 0, result, next[0] * SIDE, rows * SIDE);
                            next[0] += rows;
                        });
        for (int y = 0; y < SIDE; y += rowsAtATime) {
            int rows = Math.min(rowsAtATime, SIDE - y);
            int from = y * SIDE;
            int to = from + rows * SIDE;
            tone.add(
                    rows,
                    new float[][] {Arrays.copyOfRange(restored, from, to)},
                    new float[][] {Arrays.copyOfRange(input, from, to)});
        }
        assertThat(next[0]).isEqualTo(SIDE);
        return result;
    }
}
