/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.List;
import java.util.SplittableRandom;
import org.onemodel.train.settings.Settings;

/**
 * Numbers from which one is drawn.
 *
 * @param low the smallest
 * @param high the largest, at least {@code low}
 */
public record Range(double low, double high) {

    /**
     * Reads a number or two.
     *
     * @param s the settings
     * @param key the dotted path
     * @param byDefault the value where there is none, null if there must be one
     * @return the range; a single number is a range of one value
     */
    static Range read(Settings s, String key, Double byDefault) {
        List<Double> ends = s.range(key, byDefault == null ? null : List.of(byDefault));
        return new Range(ends.get(0), ends.get(1));
    }

    double draw(SplittableRandom random) {
        return low + random.nextDouble() * (high - low);
    }

    /** Draws so that each factor between two numbers is as likely; both ends are positive. */
    double drawLogUniform(SplittableRandom random) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    double middle() {
        return (low + high) / 2;
    }

    double geometricMiddle() {
        return Math.sqrt(low * high);
    }

    @Override
    public String toString() {
        return low == high ? number(low) : number(low) + " to " + number(high);
    }

    /** A number as people write it: 25, not 25.0. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
