/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.record;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture of examples: one row each, with colour images at their size and maps stretched to it,
 * each map from its smallest to its largest value.
 */
public final class SamplePicture {

    private static final int WHITE = 0xffffff;

    private final int side;
    private final int gap;
    private final BufferedImage picture;

    /**
     * An empty picture.
     *
     * @param rows examples
     * @param columns images and maps of each
     * @param side side of each in pixels
     * @param gap white pixels between them
     */
    public SamplePicture(int rows, int columns, int side, int gap) {
        this.side = side;
        this.gap = gap;
        this.picture =
                new BufferedImage(
                        columns * (side + gap) - gap,
                        rows * (side + gap) - gap,
                        BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, WHITE);
            }
        }
    }

    /**
     * Draws an image.
     *
     * @param row which example
     * @param column which place
     * @param values {@code [3, side, side]} in [-1, 1]
     */
    public void image(int row, int column, float[] values) {
        int pixels = side * side;
        for (int i = 0; i < pixels; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = rgb << 8 | level((values[c * pixels + i] + 1) / 2);
            }
            set(row, column, i, rgb);
        }
    }

    /**
     * Draws a map.
     *
     * @param row which example
     * @param column which place
     * @param values {@code [r, r]}, r a divisor of the side
     */
    public void map(int row, int column, float[] values) {
        int r = (int) Math.round(Math.sqrt(values.length));
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        for (int i = 0; i < side * side; i++) {
            float value = values[i / side * r / side * r + i % side * r / side];
            int grey = high > low ? level((value - low) / (high - low)) : 128;
            set(row, column, i, grey << 16 | grey << 8 | grey);
        }
    }

    private static int level(float share) {
        return Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    private void set(int row, int column, int pixel, int rgb) {
        int x = column * (side + gap) + pixel % side;
        int y = row * (side + gap) + pixel / side;
        picture.setRGB(x, y, rgb);
    }

    /**
     * Writes a PNG file, whole or not at all.
     *
     * @param file the file; its folder is made if it is missing
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        write(picture, file);
    }

    static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, part -> ImageIO.write(image, "png", part.toFile()));
    }
}
