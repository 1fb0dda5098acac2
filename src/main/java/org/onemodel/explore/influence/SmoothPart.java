/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

/**
 * Splits pictures into a smooth and a fine part: the smooth one is the nearest sum of cosines whose
 * half-waves are longer than a given length, that is, the low frequencies of the discrete cosine
 * transform (Ahmed, Natarajan and Rao 1974, type II). The two parts are orthogonal, so that their
 * squares add up to those of the picture.
 */
final class SmoothPart {

    private final int width;
    private final int height;
    private final double[][] across;
    private final double[][] down;

    /**
     * For pictures of one size.
     *
     * @param width columns
     * @param height rows
     * @param length half-waves of the smooth part are longer, in pixels
     */
    SmoothPart(int width, int height, int length) {
        this.width = width;
        this.height = height;
        this.across = cosines(width, length);
        this.down = cosines(height, length);
    }

    /** Orthonormal rows. */
    private static double[][] cosines(int size, int length) {
        int count = Math.max(1, (size + length - 1) / length);
        double[][] cosines = new double[count][size];
        for (int k = 0; k < count; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / size);
            for (int x = 0; x < size; x++) {
                cosines[k][x] = scale * Math.cos(Math.PI * k * (x + 0.5) / size);
            }
        }
        return cosines;
    }

    /**
     * Takes the smooth part out of a picture.
     *
     * @param picture {@code [height * width]}, which becomes its fine part
     * @return the sum of the squares of the smooth part
     */
    double takeFrom(float[] picture) {
        double[][] sums = new double[down.length][width];
        for (int y = 0; y < height; y++) {
            int from = y * width;
            for (int v = 0; v < down.length; v++) {
                double weight = down[v][y];
                double[] sum = sums[v];
                for (int x = 0; x < width; x++) {
                    sum[x] += weight * picture[from + x];
                }
            }
        }
        double squares = 0;
        for (double[] sum : sums) { // becomes the smooth part along its row
            double[] smooth = new double[width];
            for (double[] cosine : across) {
                double coefficient = 0;
                for (int x = 0; x < width; x++) {
                    coefficient += cosine[x] * sum[x];
                }
                squares += coefficient * coefficient;
                for (int x = 0; x < width; x++) {
                    smooth[x] += coefficient * cosine[x];
                }
            }
            System.arraycopy(smooth, 0, sum, 0, width);
        }
        for (int y = 0; y < height; y++) {
            double[] smooth = new double[width];
            for (int v = 0; v < down.length; v++) {
                double weight = down[v][y];
                double[] sum = sums[v];
                for (int x = 0; x < width; x++) {
                    smooth[x] += weight * sum[x];
                }
            }
            int from = y * width;
            for (int x = 0; x < width; x++) {
                picture[from + x] -= (float) smooth[x];
            }
        }
        return squares;
    }
}
