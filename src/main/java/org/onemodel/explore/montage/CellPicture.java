/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * What a picture looks like on the screen.
 *
 * @param low the value that the look-up table's first colour shows; with {@code high}, NaN for the
 *     picture's own display range
 * @param high the value of its last colour
 */
record CellPicture(double low, double high) {

    private static final int COLOURS = 256;

    /** With each picture's own display range. */
    static final CellPicture OWN_RANGE = new CellPicture(Double.NaN, Double.NaN);

    /**
     * A picture in colours.
     *
     * @param picture 8-bit, 16-bit or 32-bit pixels, shown with their look-up table; or RGB, as
     *     they are
     * @return a new processor
     */
    ColorProcessor colours(ImageProcessor picture) {
        if (picture instanceof ColorProcessor) {
            return (ColorProcessor) picture.duplicate();
        }
        double from = Double.isNaN(low) ? picture.getMin() : low;
        double to = Double.isNaN(low) ? picture.getMax() : high;
        int[] colours = colours(picture.getLut());
        int[] pixels = new int[picture.getPixelCount()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours[index(picture.getf(i), from, to)];
        }
        return new ColorProcessor(picture.getWidth(), picture.getHeight(), pixels);
    }

    /** As ImageJ's own display: 256 equal parts; not-a-number is the first. */
    private static int index(float value, double from, double to) {
        if (to <= from) {
            return value > from ? COLOURS - 1 : 0;
        }
        double index = (value - from) / (to - from) * (COLOURS - 1) + 0.5;
        return (int) Math.min(COLOURS - 1, Math.max(0, index));
    }

    private static int[] colours(LUT table) {
        int[] colours = new int[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            colours[i] = table.getRGB(i) & 0xffffff;
        }
        return colours;
    }
}
