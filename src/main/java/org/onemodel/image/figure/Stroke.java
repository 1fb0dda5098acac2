/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import java.util.Arrays;

/** A stroke of a letter: a line through points, an arc, or a dot; y points up. */
sealed interface Stroke {

    /**
     * The stroke's points on a grid of pixels, as {@code x0, y0, x1, y1 …}.
     *
     * <p>Where a stroke turns or touches the letter's border lies a pixel's centre: so stems and
     * bars of small letters are sharp.
     *
     * @param scale pixels per unit of the font
     */
    double[] points(double scale);

    /** How far it goes to the right, in units of the font. */
    double right();

    /** How far up its points or, of an arc, its ellipse go, in units of the font. */
    double top();

    /** The same elsewhere. */
    Stroke moved(double toRight, double up);

    /** Whether it is a dot. */
    default boolean isDot() {
        return false;
    }

    /**
     * Reads a stroke.
     *
     * @param text such as {@code L 0 0 4 12}
     */
    static Stroke parse(String text) {
        String[] words = text.strip().split(" +");
        double[] numbers = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        return switch (words[0]) {
            case "L", "D" -> new Line(numbers);
            case "A" ->
                    new Arc(
                            numbers[0],
                            numbers[1],
                            numbers[2],
                            numbers[3],
                            Math.toRadians(numbers[4]),
                            Math.toRadians(numbers[5]));
            default -> throw new IllegalArgumentException("unknown stroke: " + text);
        };
    }

    /** A line through points; through one only, it is a dot. */
    record Line(double[] points) implements Stroke {
        @Override
        public double[] points(double scale) {
            return Arrays.stream(points).map(v -> Math.rint(v * scale)).toArray();
        }

        @Override
        public double right() {
            double right = 0;
            for (int i = 0; i < points.length; i += 2) {
                right = Math.max(right, points[i]);
            }
            return right;
        }

        @Override
        public double top() {
            double top = points[1];
            for (int i = 3; i < points.length; i += 2) {
                top = Math.max(top, points[i]);
            }
            return top;
        }

        @Override
        public Stroke moved(double toRight, double up) {
            double[] moved = new double[points.length];
            for (int i = 0; i < points.length; i += 2) {
                moved[i] = points[i] + toRight;
                moved[i + 1] = points[i + 1] + up;
            }
            return new Line(moved);
        }

        @Override
        public boolean isDot() {
            return points.length == 2;
        }
    }

    /** An arc of an ellipse, anticlockwise from one angle to another. */
    record Arc(double x, double y, double rx, double ry, double from, double to) implements Stroke {

        private static final int PIECES = 24;

        @Override
        public double[] points(double scale) {
            double left = Math.rint((x - rx) * scale);
            double right = Math.rint((x + rx) * scale);
            double bottom = Math.rint((y - ry) * scale);
            double top = Math.rint((y + ry) * scale);
            double[] points = new double[2 * (PIECES + 1)];
            for (int i = 0; i <= PIECES; i++) {
                double angle = from + (to - from) * i / PIECES;
                points[2 * i] = (left + right) / 2 + (right - left) / 2 * Math.cos(angle);
                points[2 * i + 1] = (bottom + top) / 2 + (top - bottom) / 2 * Math.sin(angle);
            }
            return points;
        }

        @Override
        public double top() {
            return y + ry;
        }

        @Override
        public Stroke moved(double toRight, double up) {
            return new Arc(x + toRight, y + up, rx, ry, from, to);
        }

        @Override
        public double right() {
            boolean passesRight = from <= 0 && to >= 0 || to >= 2 * Math.PI;
            return passesRight ? x + rx : x + rx * Math.max(Math.cos(from), Math.cos(to));
        }
    }
}
