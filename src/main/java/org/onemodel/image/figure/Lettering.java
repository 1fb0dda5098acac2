/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import ij.process.ColorProcessor;
import java.util.ArrayList;
import java.util.List;

/**
 * Letters of one size, smooth, and sharp where their strokes are upright or level.
 *
 * <p>They look the same on every machine: they need none of Java's fonts. Letters of other scripts
 * than Latin, but for some Greek ones, are empty boxes.
 *
 * @param capital height of a capital letter in pixels
 */
public record Lettering(int capital) {

    private static final double THICKNESS = 1.3; // of a stroke, in units of the font
    private static final double THINNEST = 1.25; // pixels
    private static final int BLACK = 0;

    private double scale() {
        return capital / StrokeFont.CAPITAL;
    }

    /** From one baseline to the next, in pixels. */
    public int lineHeight() {
        return (int) Math.ceil(1.7 * capital);
    }

    /** How far letters go below the baseline, in pixels. */
    public int descent() {
        return (int) Math.ceil(StrokeFont.DESCENDER * scale());
    }

    /** Width of a line of text in pixels. */
    public int width(String text) {
        return StrokeFont.glyphs(text).stream().mapToInt(this::advance).sum();
    }

    private int advance(StrokeFont.Glyph glyph) {
        return (int) Math.max(1, Math.rint(glyph.advance() * scale()));
    }

    /**
     * Draws a line of text in black.
     *
     * @param image where to; what lies outside of it is left out
     * @param text the text
     * @param left of its first letter
     * @param baseline the row on which letters stand
     */
    public void draw(ColorProcessor image, String text, int left, int baseline) {
        Pen pen = new Pen(image, Math.max(THINNEST, THICKNESS * scale()), BLACK);
        int x = left;
        for (StrokeFont.Glyph glyph : StrokeFont.glyphs(text)) {
            pen.draw(lines(glyph, x, baseline));
            x += advance(glyph);
        }
    }

    private List<double[]> lines(StrokeFont.Glyph glyph, int left, int baseline) {
        List<double[]> lines = new ArrayList<>();
        for (Stroke stroke : glyph.strokes()) {
            double[] points = stroke.points(scale());
            for (int i = 0; i < points.length; i += 2) {
                points[i] += left;
                points[i + 1] = baseline - points[i + 1];
            }
            lines.add(points);
        }
        return lines;
    }
}
