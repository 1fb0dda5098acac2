/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * An axis of a chart: which numbers stand at it, and where a value lies.
 *
 * @param low the value at its beginning
 * @param high the value at its end, above the other
 * @param logarithmic whether it has equal steps for equal factors; both ends are then above 0
 */
record Axis(double low, double high, boolean logarithmic) {

    private static final int MOST_STEPS = 8;
    private static final double SPARE = 0.02; // of the range, beyond the values
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final int LARGEST_PLAIN = 6; // digits
    private static final double ROUNDING = 1e-9; // 0.001 is a little less than a thousandth

    /** An axis on which some values lie; if there are none, from 0 to 1. */
    static Axis around(double least, double greatest, boolean logarithmic) {
        if (!(least <= greatest)) {
            return new Axis(0, 1, false);
        }
        if (logarithmic) {
            double margin = Math.max(1.1, Math.pow(greatest / least, SPARE));
            return new Axis(least / margin, greatest * margin, true);
        }
        double range = greatest - least;
        double margin = range > 0 ? range * SPARE : Math.max(1e-3, Math.abs(least) / 2);
        return new Axis(least - margin, greatest + margin, false);
    }

    /** Where a value lies, from 0 at the beginning to 1 at the end. */
    double at(double value) {
        return logarithmic
                ? Math.log(value / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /** Round numbers that lie on it. */
    List<Double> ticks() {
        return logarithmic ? decades() : steps();
    }

    private List<Double> steps() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (double n = Math.ceil(low / step); n * step <= high; n++) {
            ticks.add(n * step);
        }
        return ticks;
    }

    /** Between ticks of a linear axis: the smallest round number that gives not too many. */
    private double step() {
        double least = (high - low) / MOST_STEPS;
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(ROUND)
                .map(round -> round * decade)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(ROUND[ROUND.length - 1] * decade);
    }

    /** Powers of ten, with round numbers between if there are few, or some left out if many. */
    private List<Double> decades() {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        int each = 1 + (last - first) / (MOST_STEPS + 1);
        boolean few = last - first <= 2;
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += each) {
            for (double factor : few ? new double[] {1, 2, 5} : new double[] {1}) {
                double tick = factor * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** A number of the axis as text: all of a linear axis have as many decimal places. */
    String text(double tick) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        int digits = (int) Math.floor(Math.log10(size)) + 1;
        double step = logarithmic ? tick : step();
        int places = Math.max(0, (int) -Math.floor(Math.log10(step) + ROUNDING));
        if (digits > LARGEST_PLAIN || places > LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.2e", tick);
        }
        return String.format(Locale.ROOT, "%." + places + "f", tick == 0 ? 0.0 : tick);
    }
}
