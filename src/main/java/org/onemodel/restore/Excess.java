/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Arrays;

/**
 * What a network was not shown of a channel, to be added to its answer: what lies beyond the range
 * of the normalisation, and pixels that are no numbers. Few pixels have any; immutable.
 *
 * @param at indices of the pixels that have some, ascending
 * @param values what each of them has
 */
public record Excess(int[] at, float[] values) {

    /** The excess of a channel, {@code [height * width]}. */
    static Excess of(float[] channel) {
        int count = 0;
        for (float value : channel) {
            if (value != 0) {
                count++;
            }
        }
        int[] at = new int[count];
        float[] values = new float[count];
        int next = 0;
        for (int i = 0; i < channel.length; i++) {
            if (channel[i] != 0) {
                at[next] = i;
                values[next++] = channel[i];
            }
        }
        return new Excess(at, values);
    }

    /** All of it, {@code [height * width]}, 0 where there is none. */
    float[] dense(int pixels) {
        float[] dense = new float[pixels];
        for (int i = 0; i < at.length; i++) {
            dense[at[i]] = values[i];
        }
        return dense;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Excess that
                && Arrays.equals(at, that.at)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(at) * 31 + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return at.length + " pixels with excess";
    }
}
