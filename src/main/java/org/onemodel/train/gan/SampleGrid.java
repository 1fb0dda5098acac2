/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.onemodel.train.record.SamplePicture;

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
        SamplePicture grid = new SamplePicture(SIDE, SIDE, size, 0);
        int length = 3 * size * size;
        for (int y = 0; y < SIDE; y++) {
            float[] images = gan.sample(rows[y]);
            for (int x = 0; x < SIDE; x++) {
                grid.image(y, x, Arrays.copyOfRange(images, x * length, (x + 1) * length));
            }
        }
        grid.write(file);
    }
}
