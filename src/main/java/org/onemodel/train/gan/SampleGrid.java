/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Writes a square of generated images as a PNG, always of the same latent codes and noise maps, so
 * that the grids of a run can be leafed through.
 */
final class SampleGrid {

    private static final int SIDE = 6;

    private final GeneratorInput[] rows = new GeneratorInput[SIDE];
    private final int size;

    /**
     * Draws what the images are generated from.
     *
     * @param gan tells the sizes
     * @param seed the same seed gives the same latent codes
     */
    SampleGrid(Gan gan, long seed) {
        size = gan.generator().size();
        SplittableRandom random = new SplittableRandom(~seed);
        for (int y = 0; y < SIDE; y++) {
            rows[y] = GeneratorInput.draw(gan.generator(), SIDE, 0, random);
        }
    }

    /**
     * Generates and writes.
     *
     * @param gan the networks
     * @param file the file
     * @throws IOException if it cannot be written
     */
    void write(Gan gan, Path file) throws IOException {
        BufferedImage grid =
                new BufferedImage(SIDE * size, SIDE * size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            float[] images = gan.sample(rows[y]);
            for (int x = 0; x < SIDE; x++) {
                draw(images, x, grid, y * size);
            }
        }
        if (!ImageIO.write(grid, "png", file.toFile())) {
            throw new IOException("This Java cannot write PNG files such as " + file + ".");
        }
    }

    private void draw(float[] images, int index, BufferedImage grid, int top) {
        int pixels = size * size;
        for (int i = 0; i < pixels; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = rgb << 8 | level(images[(index * 3 + c) * pixels + i]);
            }
            grid.setRGB(index * size + i % size, top + i / size, rgb);
        }
    }

    private static int level(float value) {
        return Math.round(Math.max(0, Math.min(1, (value + 1) / 2)) * 255);
    }
}
