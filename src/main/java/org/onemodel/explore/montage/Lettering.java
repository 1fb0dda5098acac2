/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.process.ColorProcessor;

/**
 * Letters of one size, black and smooth.
 *
 * @param capital height of a capital letter in pixels
 */
record Lettering(int capital) {

    private static final double THICKNESS = 1.3; // of a stroke, in units of the font
    private static final double THINNEST = 1.25; // pixels

    private double scale() {
        return capital / StrokeFont.CAPITAL;
    }

    /** From one baseline to the next, in pixels. */
    int lineHeight() {
        return (int) Math.ceil(1.7 * capital);
    }

    /** How far letters go below the baseline, in pixels. */
    int descent() {
        return (int) Math.ceil(StrokeFont.DESCENDER * scale());
    }

    /** Width of a line of text in pixels. */
    int width(String text) {
        return StrokeFont.glyphs(text).stream().mapToInt(this::advance).sum();
    }

    private int advance(StrokeFont.Glyph glyph) {
        return (int) Math.max(1, Math.rint(glyph.advance() * scale()));
    }

    /**
     * Draws a line of text.
     *
     * @param image where to
     * @param text the text
     * @param left of its first letter
     * @param baseline the row on which letters stand
     */
    void draw(ColorProcessor image, String text, int left, int baseline) {
        int x = left;
        for (StrokeFont.Glyph glyph : StrokeFont.glyphs(text)) {
            draw(image, glyph, x, baseline);
            x += advance(glyph);
        }
    }

    private void draw(ColorProcessor image, StrokeFont.Glyph glyph, int left, int baseline) {
        double radius = Math.max(THINNEST, THICKNESS * scale()) / 2;
        int margin = (int) Math.ceil(radius + 1);
        int width = advance(glyph) + 2 * margin;
        int above = margin + (int) Math.ceil(1.2 * capital);
        int height = above + 2 * margin + descent();
        double[][] strokes =
                glyph.strokes().stream()
                        .map(stroke -> stroke.points(scale()))
                        .toArray(double[][]::new);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = distance(strokes, x - margin, above - y);
                double ink = Math.min(1, radius + 0.5 - distance);
                if (ink > 0) {
                    darken(image, left + x - margin, baseline + y - above, ink);
                }
            }
        }
    }

    private static void darken(ColorProcessor image, int x, int y, double ink) {
        if (x < 0 || y < 0 || x >= image.getWidth() || y >= image.getHeight()) {
            return;
        }
        int before = image.get(x, y);
        int dark = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            dark |= (int) Math.round((before >> shift & 0xff) * (1 - ink)) << shift;
        }
        image.set(x, y, dark);
    }

    private static double distance(double[][] strokes, double x, double y) {
        double nearest = Double.MAX_VALUE;
        for (double[] points : strokes) {
            if (points.length == 2) {
                // Heavier than a line's end, or dots of small letters would be lost.
                nearest = Math.min(nearest, Math.hypot(x - points[0], y - points[1]) - 0.25);
            }
            for (int i = 0; i + 3 < points.length; i += 2) {
                nearest = Math.min(nearest, distance(points, i, x, y));
            }
        }
        return nearest;
    }

    /** From a point to the piece of a line between two of its points. */
    private static double distance(double[] points, int i, double x, double y) {
        double dx = points[i + 2] - points[i];
        double dy = points[i + 3] - points[i + 1];
        double length = dx * dx + dy * dy;
        double along = (x - points[i]) * dx + (y - points[i + 1]) * dy;
        double t = length == 0 ? 0 : Math.min(1, Math.max(0, along / length));
        return Math.hypot(points[i] + t * dx - x, points[i + 1] + t * dy - y);
    }
}
