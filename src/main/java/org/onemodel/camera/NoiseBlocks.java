/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.ArrayList;
import java.util.List;

/**
 * Small squares of an image, each reduced to what an estimate of noise needs. Pixels are not kept.
 */
final class NoiseBlocks {

    /** Side of a block in pixels. */
    static final int SIDE = 8;

    /** Half a block's side: the cells of 2 x 2 pixels in a row. */
    private static final int CELLS = SIDE / 2;

    /**
     * One block.
     *
     * @param even mean of the pixels where x + y is even
     * @param odd mean of the others: for white noise independent of {@code even}
     * @param fine estimate of the noise's variance from the finest details
     * @param coarse estimate of the noise's variance from cells of 2 x 2 pixels, in which structure
     *     weighs more; for white noise nearly independent of {@code fine}
     * @param low smallest value
     * @param atLow pixels of that value
     * @param high largest value
     * @param atHigh pixels of that value
     */
    record Block(
            float even,
            float odd,
            float fine,
            float coarse,
            float low,
            int atLow,
            float high,
            int atHigh) {

        double mean() {
            return 0.5 * even + 0.5 * odd;
        }
    }

    private static final double[] WEIGHTS = {0.01, 0.10, 0.19, 0.20, 0.20, 0.19, 0.10, 0.01};

    private final List<Block> blocks = new ArrayList<>();

    List<Block> list() {
        return blocks;
    }

    /** Adds the blocks of a plane whose upper left corners lie {@code stride} pixels apart. */
    void add(float[] values, int width, int height, int stride) {
        for (int y = 0; y + SIDE <= height; y += stride) {
            for (int x = 0; x + SIDE <= width; x += stride) {
                blocks.add(block(values, width, y * width + x));
            }
        }
    }

    private static Block block(float[] values, int width, int corner) {
        double even = 0;
        double odd = 0;
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int atLow = 0;
        int atHigh = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float value = values[corner + y * width + x];
                if ((x + y) % 2 == 0) {
                    even += WEIGHTS[x] * WEIGHTS[y] * value;
                } else {
                    odd += WEIGHTS[x] * WEIGHTS[y] * value;
                }
                atLow = value < low ? 1 : value == low ? atLow + 1 : atLow;
                atHigh = value > high ? 1 : value == high ? atHigh + 1 : atHigh;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double half = 0.5;
        return new Block(
                (float) (even / half),
                (float) (odd / half),
                (float) fine(values, width, corner),
                (float) coarse(values, width, corner),
                low,
                atLow,
                high,
                atHigh);
    }

    /**
     * Mean square of the differences of second order along both axes, which white noise of variance
     * 1 gives a variance of 36 (Immerkær, 1996); surfaces of second order give nothing.
     */
    private static double fine(float[] values, int width, int corner) {
        double sum = 0;
        for (int y = 0; y < SIDE - 3; y++) {
            for (int x = 0; x < SIDE - 3; x++) {
                int i = corner + y * width + x;
                double detail =
                        across(values, i)
                                - 3 * across(values, i + width)
                                + 3 * across(values, i + 2 * width)
                                - across(values, i + 3 * width);
                sum += detail * detail;
            }
        }
        return sum / (400.0 * (SIDE - 3) * (SIDE - 3));
    }

    private static double across(float[] values, int i) {
        return (double) values[i] - 3.0 * values[i + 1] + 3.0 * values[i + 2] - values[i + 3];
    }

    /** Variance of the cells' sums about their best plane, so that a slope is no structure. */
    private static double coarse(float[] values, int width, int corner) {
        double sum = 0;
        double squares = 0;
        double slopeX = 0;
        double slopeY = 0;
        double centre = values[corner];
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                int i = corner + 2 * y * width + 2 * x;
                double cell =
                        (double) values[i]
                                + values[i + 1]
                                + values[i + width]
                                + values[i + width + 1]
                                - 4 * centre;
                sum += cell;
                squares += cell * cell;
                slopeX += cell * (x - (CELLS - 1) / 2.0);
                slopeY += cell * (y - (CELLS - 1) / 2.0);
            }
        }
        int cells = CELLS * CELLS;
        double spread = cells * (cells - 1) / 12.0; // sum of (x - 1.5)² over all cells
        double residual =
                squares - sum * sum / cells - (slopeX * slopeX + slopeY * slopeY) / spread;
        return Math.max(0, residual) / (4.0 * (cells - 3));
    }
}
