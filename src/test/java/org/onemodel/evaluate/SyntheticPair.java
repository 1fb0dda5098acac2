/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

/**
 * Two grey images by formula, 37 x 23 pixels, with x, y and a phase p:
 *
 * <pre>
 * reference = (7x + 13y + xy + 31p) mod 256
 * image     = reference / 2 + 20                          where (x + 2y) mod 5 = 0
 *             reference + ((3x + 5y) mod 11) - 5          elsewhere
 * </pre>
 */
record SyntheticPair(float[] reference, float[] image) {

    static final int WIDTH = 37;
    static final int HEIGHT = 23;

    static SyntheticPair ofPhase(int phase) {
        float[] reference = new float[WIDTH * HEIGHT];
        float[] image = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int i = y * WIDTH + x;
                reference[i] = (7 * x + 13 * y + x * y + 31 * phase) % 256;
                image[i] =
                        (x + 2 * y) % 5 == 0
                                ? reference[i] / 2 + 20
                                : reference[i] + (3 * x + 5 * y) % 11 - 5;
            }
        }
        return new SyntheticPair(reference, image);
    }

    static SyntheticPair[] colour() {
        return new SyntheticPair[] {ofPhase(0), ofPhase(1), ofPhase(2)};
    }

    static float[][] references(SyntheticPair... channels) {
        float[][] planes = new float[channels.length][];
        for (int c = 0; c < channels.length; c++) {
            planes[c] = channels[c].reference;
        }
        return planes;
    }

    static float[][] images(SyntheticPair... channels) {
        float[][] planes = new float[channels.length][];
        for (int c = 0; c < channels.length; c++) {
            planes[c] = channels[c].image;
        }
        return planes;
    }
}
