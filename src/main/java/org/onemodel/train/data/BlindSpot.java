/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Masks pixels of single noisy images (Krull et al., Noise2Void, CVPR 2019): a network that must
 * predict a pixel it can't see learns the signal, as the noise of the neighbours does not tell that
 * of the pixel.
 */
final class BlindSpot {

    private final BlindSpotConfig config;

    BlindSpot(BlindSpotConfig config) {
        this.config = config;
    }

    /**
     * Divides the sample into equal boxes, and masks a random pixel in each.
     *
     * @param noisy {@code [3, side, side]}, which becomes the target
     * @param side columns and rows
     * @param random the generator
     * @return the sample; masked pixels of the input have the values of a neighbour, all channels
     *     of the same one
     */
    Sample mask(float[] noisy, int side, SplittableRandom random) {
        float[] input = noisy.clone();
        float[] mask = new float[side * side];
        int boxes = (int) Math.max(1, Math.round(side * Math.sqrt(config.share())));
        for (int j = 0; j < boxes; j++) {
            for (int i = 0; i < boxes; i++) {
                int x = random.nextInt(i * side / boxes, (i + 1) * side / boxes);
                int y = random.nextInt(j * side / boxes, (j + 1) * side / boxes);
                int pixel = y * side + x;
                int neighbour = neighbour(x, y, side, random);
                for (int c = 0; c < 3; c++) {
                    input[c * side * side + pixel] = noisy[c * side * side + neighbour];
                }
                mask[pixel] = 1;
            }
        }
        return new Sample(input, noisy, Optional.of(mask));
    }

    private int neighbour(int x, int y, int side, SplittableRandom random) {
        int radius = config.radius();
        while (true) {
            int u = random.nextInt(Math.max(0, x - radius), Math.min(side, x + radius + 1));
            int v = random.nextInt(Math.max(0, y - radius), Math.min(side, y + radius + 1));
            if (u != x || v != y) {
                return v * side + u;
            }
        }
    }
}
