/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import ij.process.ColorProcessor;
import java.util.List;

/** Draws smooth lines. */
final class Pen {

    private static final double HALF = 0.5; // of a pixel, over which a line's edge fades

    /** A dot is a little heavier than a line's end, or dots of small letters would be lost. */
    private static final double DOT = 0.25;

    private final ColorProcessor image;
    private final double radius;
    private final int colour;

    /**
     * A pen.
     *
     * @param image where it draws
     * @param width of its lines in pixels
     * @param colour red, green and blue in 8 bits each
     */
    Pen(ColorProcessor image, double width, int colour) {
        this.image = image;
        this.radius = width / 2;
        this.colour = colour;
    }

    /**
     * Draws lines, as one shape that is nowhere darker where they meet.
     *
     * @param lines each through points {@code x0, y0, x1, y1 …}, in pixels from the centre of the
     *     image's first; through one point only, it is a dot. What lies outside of the image is
     *     left out.
     */
    void draw(List<double[]> lines) {
        Box box = Box.around(lines, radius + 1).within(image);
        if (box.isEmpty()) {
            return;
        }
        float[] ink = new float[box.width() * box.height()];
        for (double[] points : lines) {
            if (points.length == 2) {
                add(ink, box, points, 0, 0, radius + DOT);
            }
            for (int i = 0; i + 3 < points.length; i += 2) {
                add(ink, box, points, i, i + 2, radius);
            }
        }
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] > 0) {
                blend(box.left() + i % box.width(), box.top() + i / box.width(), ink[i]);
            }
        }
    }

    /** The piece of a line between two of its points. */
    private static void add(
            float[] ink, Box all, double[] points, int from, int to, double radius) {
        double x0 = points[from];
        double y0 = points[from + 1];
        double dx = points[to] - x0;
        double dy = points[to + 1] - y0;
        double length = dx * dx + dy * dy;
        double[] ends = {x0, y0, points[to], points[to + 1]};
        Box box = Box.around(List.of(ends), radius + 1).within(all);
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                double along = length == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length;
                double t = Math.min(1, Math.max(0, along));
                double distance = Math.hypot(x0 + t * dx - x, y0 + t * dy - y);
                int i = (y - all.top()) * all.width() + x - all.left();
                ink[i] = (float) Math.max(ink[i], Math.min(1, radius + HALF - distance));
            }
        }
    }

    private void blend(int x, int y, float ink) {
        int before = image.get(x, y);
        int after = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = before >> shift & 0xff;
            int to = colour >> shift & 0xff;
            after |= Math.round(from + (to - from) * ink) << shift;
        }
        image.set(x, y, after);
    }

    /** Pixels from left and top to right and bottom, without these. */
    private record Box(int left, int top, int right, int bottom) {

        static Box around(List<double[]> lines, double margin) {
            double left = Double.POSITIVE_INFINITY;
            double top = left;
            double right = -left;
            double bottom = -left;
            for (double[] points : lines) {
                for (int i = 0; i < points.length; i += 2) {
                    left = Math.min(left, points[i]);
                    right = Math.max(right, points[i]);
                    top = Math.min(top, points[i + 1]);
                    bottom = Math.max(bottom, points[i + 1]);
                }
            }
            return new Box(
                    (int) Math.floor(left - margin),
                    (int) Math.floor(top - margin),
                    (int) Math.ceil(right + margin) + 1,
                    (int) Math.ceil(bottom + margin) + 1);
        }

        Box within(ColorProcessor image) {
            return within(new Box(0, 0, image.getWidth(), image.getHeight()));
        }

        Box within(Box other) {
            return new Box(
                    Math.max(left, other.left),
                    Math.max(top, other.top),
                    Math.min(right, other.right),
                    Math.min(bottom, other.bottom));
        }

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        boolean isEmpty() {
            return right <= left || bottom <= top;
        }
    }
}
