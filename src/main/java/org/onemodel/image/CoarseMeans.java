/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * Means of the finite values of one channel in blocks of pixels; blocks without any get a value
 * from the blocks around them, by way of ever coarser means.
 *
 * <p>Between the blocks' centres the means are interpolated linearly, so that what is filled with
 * them has no edges. Memory is a fraction of the plane's. Used by one thread.
 */
final class CoarseMeans {

    /** Side of a block in pixels. */
    static final int BLOCK = 16;

    private final int columns;
    private final int rows;
    private final double[] sums;
    private final long[] counts;

    /**
     * Means of a plane that is yet to be added.
     *
     * @param width columns of the plane
     * @param height rows of the plane
     */
    CoarseMeans(int width, int height) {
        this.columns = (width + BLOCK - 1) / BLOCK;
        this.rows = (height + BLOCK - 1) / BLOCK;
        this.sums = new double[columns * rows];
        this.counts = new long[columns * rows];
    }

    private CoarseMeans(CoarseMeans finer) {
        this.columns = (finer.columns + 1) / 2;
        this.rows = (finer.rows + 1) / 2;
        this.sums = new double[columns * rows];
        this.counts = new long[columns * rows];
        for (int y = 0; y < finer.rows; y++) {
            for (int x = 0; x < finer.columns; x++) {
                int from = y * finer.columns + x;
                int to = y / 2 * columns + x / 2;
                sums[to] += finer.sums[from];
                counts[to] += finer.counts[from];
            }
        }
    }

    /** Adds a finite value at a pixel. */
    void add(int x, int y, float value) {
        int block = y / BLOCK * columns + x / BLOCK;
        sums[block] += value;
        counts[block]++;
    }

    /** Gives a value to each block that has none; 0 if there is no finite value at all. */
    void fillEmpty() {
        if (columns == 1 && rows == 1) {
            counts[0] = Math.max(1, counts[0]);
            return;
        }
        CoarseMeans coarser = new CoarseMeans(this);
        coarser.fillEmpty();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int block = y * columns + x;
                if (counts[block] == 0) {
                    sums[block] = coarser.interpolated(x / 2.0 - 0.25, y / 2.0 - 0.25);
                    counts[block] = 1;
                }
            }
        }
    }

    /** The mean at a pixel, after {@link #fillEmpty}. */
    double at(int x, int y) {
        return interpolated((x + 0.5) / BLOCK - 0.5, (y + 0.5) / BLOCK - 0.5);
    }

    private double interpolated(double column, double row) {
        double x = Math.max(0, Math.min(columns - 1, column));
        double y = Math.max(0, Math.min(rows - 1, row));
        int left = (int) x;
        int top = (int) y;
        double upper = between(left, top, x - left);
        double lower = between(left, Math.min(top + 1, rows - 1), x - left);
        return upper + (lower - upper) * (y - top);
    }

    private double between(int left, int row, double share) {
        double first = mean(left, row);
        return first + (mean(Math.min(left + 1, columns - 1), row) - first) * share;
    }

    private double mean(int column, int row) {
        int block = row * columns + column;
        return sums[block] / counts[block];
    }
}
