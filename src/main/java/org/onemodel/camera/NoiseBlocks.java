/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Squares of 8 x 8 pixels, each reduced to what an estimate of noise needs. */
final class NoiseBlocks {

    /** Side of a block in pixels. */
    static final int SIDE = 8;

    /** Cells of 2 x 2 pixels in a row of a block. */
    private static final int CELLS = SIDE / 2;

    /**
     * How much the pixels of a row weigh in the fine details: these are differences of third order,
     * 1 -3 3 -1, at five places. The mean of a block has the same weights, so that the mean square
     * of the details belongs to exactly this mean, however the brightness changes in the block.
     */
    private static final double[] WEIGHTS = {0.01, 0.10, 0.19, 0.20, 0.20, 0.19, 0.10, 0.01};

    private static final int PLACES = SIDE - 3;

    /** Sum of squares of the differences' factors along both axes, (1 + 9 + 9 + 1)². */
    private static final double FINE_GAIN = 400;

    /**
     * One block.
     *
     * @param even weighted mean of the pixels where x + y is even
     * @param odd the same of the others; its noise is independent of that of {@code even}
     * @param fine the noise's variance as the finest details tell it, where optics leave nothing of
     *     the sample
     * @param coarse the same from cells of 2 x 2 pixels, in which the sample weighs more; for white
     *     noise nearly independent of {@code fine}
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

    private final List<Block> blocks = new ArrayList<>();

    /** The blocks so far, from dark to bright. */
    List<Block> sorted() {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingDouble(Block::mean));
        return sorted;
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
                double weighted = WEIGHTS[x] * WEIGHTS[y] * value;
                if ((x + y) % 2 == 0) {
                    even += weighted;
                } else {
                    odd += weighted;
                }
                atLow = value < low ? 1 : value == low ? atLow + 1 : atLow;
                atHigh = value > high ? 1 : value == high ? atHigh + 1 : atHigh;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new Block(
                (float) (2 * even), // each half has half the weight
                (float) (2 * odd),
                (float) fine(values, width, corner),
                (float) coarse(values, width, corner),
                low,
                atLow,
                high,
                atHigh);
    }

    private static double fine(float[] values, int width, int corner) {
        double sum = 0;
        for (int y = 0; y < PLACES; y++) {
            for (int x = 0; x < PLACES; x++) {
                int i = corner + y * width + x;
                double detail =
                        across(values, i)
                                - 3 * across(values, i + width)
                                + 3 * across(values, i + 2 * width)
                                - across(values, i + 3 * width);
                sum += detail * detail;
            }
        }
        return sum / (FINE_GAIN * PLACES * PLACES);
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
        double base = 4.0 * values[corner]; // else squares of large numbers lose their digits
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                int i = corner + 2 * y * width + 2 * x;
                double upper = (double) values[i] + values[i + 1];
                double lower = (double) values[i + width] + values[i + width + 1];
                double cell = upper + lower - base;
                sum += cell;
                squares += cell * cell;
                slopeX += cell * (x - (CELLS - 1) / 2.0);
                slopeY += cell * (y - (CELLS - 1) / 2.0);
            }
        }
        int cells = CELLS * CELLS;
        double spread = cells * (cells - 1) / 12.0; // sum of the squared distances from the centre
        double residual =
                squares - sum * sum / cells - (slopeX * slopeX + slopeY * slopeY) / spread;
        return Math.max(0, residual) / (4.0 * (cells - 3));
    }
}
