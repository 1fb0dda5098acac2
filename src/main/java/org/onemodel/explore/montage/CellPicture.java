/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.stream.IntStream;

/**
 * What a picture looks like on the screen.
 *
 * @param low the value that the look-up table's first colour shows; with {@code high}, NaN for the
 *     picture's own display range
 * @param high the value of its last colour
 */
record CellPicture(double low, double high) {

    private static final int COLOURS = 256;
    private static final int GREY = 0x010101;

    /** With each picture's own display range. */
    static final CellPicture OWN_RANGE = new CellPicture(Double.NaN, Double.NaN);

    /**
     * A picture in a cell.
     *
     * @param picture 8-bit, 16-bit or 32-bit pixels, shown with their look-up table; or RGB, as
     *     they are
     * @param width of the cell; if it is smaller, pixels are averaged as they are shown; if it is
     *     larger by a whole factor, each becomes a square
     * @param height of the cell
     * @return RGB or, of shades of grey, 8-bit pixels without a look-up table
     */
    ImageProcessor cell(ImageProcessor picture, int width, int height) {
        if (picture instanceof ColorProcessor) {
            return resized(picture, width, height);
        }
        ByteProcessor indices = indices(picture);
        int[] colours = colours(picture.getLut());
        boolean grey = IntStream.range(0, COLOURS).allMatch(i -> colours[i] == i * GREY);
        return resized(grey ? indices : coloured(indices, colours), width, height);
    }

    private static ImageProcessor resized(ImageProcessor picture, int width, int height) {
        boolean smaller = width < picture.getWidth() || height < picture.getHeight();
        ImageProcessor copy = picture.duplicate();
        copy.setInterpolationMethod(smaller ? ImageProcessor.BILINEAR : ImageProcessor.NONE);
        return copy.resize(width, height, smaller);
    }

    private ByteProcessor indices(ImageProcessor picture) {
        double from = Double.isNaN(low) ? picture.getMin() : low;
        double to = Double.isNaN(low) ? picture.getMax() : high;
        byte[] indices = new byte[picture.getPixelCount()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (byte) index(picture.getf(i), from, to);
        }
        return new ByteProcessor(picture.getWidth(), picture.getHeight(), indices);
    }

    private static ColorProcessor coloured(ByteProcessor indices, int[] colours) {
        int[] pixels = new int[indices.getPixelCount()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours[indices.get(i)];
        }
        return new ColorProcessor(indices.getWidth(), indices.getHeight(), pixels);
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
