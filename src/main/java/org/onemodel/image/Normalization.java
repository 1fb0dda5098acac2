/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.function.DoubleUnaryOperator;

/**
 * An invertible linear map between grey values and the range [-1, 1] of a network.
 *
 * <p>A network must not see values outside the range: {@link #takeExcess} takes what lies beyond,
 * and added to its answer, that gives bright cells and outliers their brightness back:
 *
 * <pre>{@code
 * normalization.takeExcess(values, excess);
 * normalization.apply(values);
 * float[] restored = network.apply(values);
 * normalization.invert(restored); // and restored[i] += excess[i]
 * }</pre>
 *
 * @param low grey value that maps to -1
 * @param high grey value that maps to 1; if it is {@code low}, values are only shifted, so that
 *     {@code low} maps to 0
 */
public record Normalization(double low, double high) implements ValueMap {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a bound is not finite or {@code low > high}
     */
    public Normalization {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "The range of grey values is "
                            + low
                            + " to "
                            + high
                            + "; expected finite numbers, the lower one first.");
        }
    }

    /**
     * The map that takes a range of grey values to [-1, 1].
     *
     * @param low grey value that maps to -1
     * @param high grey value that maps to 1
     * @return the map
     */
    public static Normalization ofRange(double low, double high) {
        return new Normalization(low, high);
    }

    /**
     * A map whose bounds lie between those of this one and of another.
     *
     * @param end the other
     * @param t from 0, where the map is this one, to 1, where it is the other; both exactly
     * @return the map
     */
    public Normalization towards(Normalization end, double t) {
        if (t == 0 || t == 1) {
            return t == 0 ? this : end;
        }
        return new Normalization((1 - t) * low + t * end.low, (1 - t) * high + t * end.high);
    }

    /**
     * Normalises grey values.
     *
     * @param values grey values
     * @return a new array, [-1, 1] where the values are in the range
     */
    public float[] normalize(float[] values) {
        float[] normalized = values.clone();
        apply(normalized);
        return normalized;
    }

    @Override
    public void apply(float[] values) {
        double centre = centre();
        double scale = scale();
        replace(values, value -> (value - centre) / scale);
    }

    /**
     * The inverse of {@link #normalize}.
     *
     * @param normalized normalised values
     * @return a new array of grey values
     */
    public float[] denormalize(float[] normalized) {
        float[] values = normalized.clone();
        invert(values);
        return values;
    }

    @Override
    public void invert(float[] values) {
        double centre = centre();
        double scale = scale();
        replace(values, value -> value * scale + centre);
    }

    @Override
    public void takeExcess(float[] values, float[] excess) {
        for (int i = 0; i < values.length; i++) {
            float inside = (float) Math.max(low, Math.min(high, values[i]));
            excess[i] = values[i] - inside;
            values[i] = inside;
        }
    }

    @Override
    public boolean leavesAsIs() {
        return low == high;
    }

    private double centre() {
        return low / 2 + high / 2;
    }

    private double scale() {
        return high > low ? high / 2 - low / 2 : 1;
    }

    private static void replace(float[] values, DoubleUnaryOperator map) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) map.applyAsDouble(values[i]);
        }
    }
}
