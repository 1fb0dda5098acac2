/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.onemodel.image.Plane;
import org.onemodel.image.RowSource;

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

    /** None, for any channel. */
    static Excess none() {
        return new Excess(new int[0], new float[0]);
    }

    /**
     * The excess between this and that of another channel of the same size, {@code (1 - t)} of this
     * and {@code t} of the other. A pixel that is no number in one of them is none in between.
     *
     * @param end the other
     * @param t from 0, where it is this one, to 1, where it is the other; both exactly
     */
    Excess towards(Excess end, double t) {
        if (t == 0 || t == 1) {
            return t == 0 ? this : end;
        }
        int[] pixels = IntStream.concat(IntStream.of(at), IntStream.of(end.at)).toArray();
        pixels = IntStream.of(pixels).sorted().distinct().toArray();
        float[] between = new float[pixels.length];
        addTo(pixels, between, 1 - t);
        end.addTo(pixels, between, t);
        return new Excess(pixels, between);
    }

    /** Adds a share of it to the values of some pixels, among which are all of these. */
    private void addTo(int[] pixels, float[] sum, double share) {
        int next = 0;
        for (int i = 0; i < at.length; i++) {
            while (pixels[next] < at[i]) {
                next++;
            }
            sum[next] += (float) (share * values[i]);
        }
    }

    /** What the network is not shown: beyond the ranges, and holes, which stay what they are. */
    static List<Excess> of(RowSource raw, RowSource filled, Treatment treatment) {
        float[][] values = Plane.of(raw).channels();
        float[][] seen = Plane.of(filled).channels();
        List<Excess> excess = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            float[] beyond = new float[seen[c].length];
            treatment.maps().get(c).takeExcess(seen[c], beyond);
            for (int i = 0; i < beyond.length; i++) {
                if (treatment.leavesAsIs() || !Float.isFinite(values[c][i])) {
                    beyond[i] = values[c][i];
                }
            }
            excess.add(of(beyond));
        }
        return excess;
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
