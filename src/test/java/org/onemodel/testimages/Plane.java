/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import java.util.Arrays;

/** A grey plane to draw light on: what is drawn adds up. Row by row, {@code [width * height]}. */
final class Plane {

    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /** Adds a Gaussian spot with its centre anywhere, also between pixels or outside. */
    void addSpot(double x, double y, double sigma, double peak) {
        int reach = (int) (3 * sigma + 1);
        double scale = 1 / (2 * sigma * sigma);
        for (int j = Math.max(0, (int) y - reach); j <= Math.min(height - 1, y + reach); j++) {
            for (int i = Math.max(0, (int) x - reach); i <= Math.min(width - 1, x + reach); i++) {
                double squared = (i - x) * (i - x) + (j - y) * (j - y);
                values[j * width + i] += (float) (peak * StrictMath.exp(-squared * scale));
            }
        }
    }

    void add(Plane other, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (factor * other.values[i]);
        }
    }

    /** Gaussian blur; the image is mirrored at its borders. */
    Plane blurred(double sigma) {
        int radius = (int) StrictMath.ceil(3 * sigma);
        double[] kernel = new double[2 * radius + 1];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = StrictMath.exp(-(k - radius) * (k - radius) / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(kernel).sum();
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        Plane once = new Plane(height, width);
        convolveRowsTransposed(this, once, kernel);
        Plane twice = new Plane(width, height);
        convolveRowsTransposed(once, twice, kernel);
        return twice;
    }

    private static void convolveRowsTransposed(Plane from, Plane to, double[] kernel) {
        int radius = kernel.length / 2;
        double[] row = new double[from.width + 2 * radius];
        for (int y = 0; y < from.height; y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = from.values[y * from.width + mirror(x - radius, from.width)];
            }
            for (int x = 0; x < from.width; x++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * row[x + k];
                }
                to.values[x * to.width + y] = (float) sum;
            }
        }
    }

    private static int mirror(int position, int length) {
        int folded = Math.floorMod(position, 2 * length);
        return folded < length ? folded : 2 * length - 1 - folded;
    }
}
