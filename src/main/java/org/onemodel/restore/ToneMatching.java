/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Arrays;
import org.onemodel.image.RowSink;

/**
 * Gives a denoised plane the tone of its input: the local mean, which noise hardly changes.
 *
 * <p>The latent code is global to a tile, so tiles can differ a little in brightness. Noise has
 * mean zero, and a Gaussian window of deviation s averages over about 4πs² pixels: the low-pass
 * filtered input is more exact than the network there, and what the low-pass filtered result lacks
 * is added. Works by rows: a row is passed on when the rows that its window reaches are there.
 */
final class ToneMatching {

    /** Deviation of the window in pixels: with noise of σ = 25 the local mean is off by 1.2. */
    private static final double DEVIATION = 6;

    /** Rows and columns of the window on each side of its centre: three deviations. */
    private static final int REACH = 18;

    private static final float[] WINDOW = window();

    private final int width;
    private final int height;
    private final RowSink next;

    /**
     * Rows from {@link #passed} − REACH on: restored ones, and what they lack, filtered along x.
     */
    private final float[][] restored;

    private final float[][] lacking;
    private int first;
    private int end;
    private int passed;

    /**
     * A stage for one plane.
     *
     * @param width columns of the plane
     * @param height its rows
     * @param channels its channels
     * @param next takes the rows
     */
    ToneMatching(int width, int height, int channels, RowSink next) {
        this.width = width;
        this.height = height;
        this.next = next;
        this.restored = new float[channels][0];
        this.lacking = new float[channels][0];
    }

    private static float[] window() {
        double[] weights = new double[2 * REACH + 1];
        for (int i = 0; i < weights.length; i++) {
            double d = (i - REACH) / DEVIATION;
            weights[i] = Math.exp(-d * d / 2);
        }
        double sum = Arrays.stream(weights).sum();
        float[] window = new float[weights.length];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (weights[i] / sum);
        }
        return window;
    }

    /**
     * Takes the next rows.
     *
     * @param rows how many
     * @param output the network's result, {@code [channels][rows * width]}
     * @param input what it was made from
     */
    void add(int rows, float[][] output, float[][] input) {
        forget();
        for (int c = 0; c < restored.length; c++) {
            restored[c] = appended(restored[c], output[c], rows);
            float[] difference = new float[rows * width];
            for (int i = 0; i < difference.length; i++) {
                difference[i] = input[c][i] - output[c][i];
            }
            lacking[c] = appended(lacking[c], filteredAlongX(difference, rows), rows);
        }
        end += rows;
        int ready = end == height ? height : Math.max(passed, end - REACH);
        if (ready > passed) {
            float[][] matched = new float[restored.length][];
            for (int c = 0; c < matched.length; c++) {
                matched[c] = matched(c, ready);
            }
            next.write(passed, ready - passed, matched);
            passed = ready;
        }
    }

    private void forget() {
        int from = Math.max(first, passed - REACH);
        for (int c = 0; c < restored.length; c++) {
            int values = (from - first) * width;
            restored[c] = Arrays.copyOfRange(restored[c], values, restored[c].length);
            lacking[c] = Arrays.copyOfRange(lacking[c], values, lacking[c].length);
        }
        first = from;
    }

    private float[] appended(float[] head, float[] tail, int rows) {
        float[] all = Arrays.copyOf(head, head.length + rows * width);
        System.arraycopy(tail, 0, all, head.length, rows * width);
        return all;
    }

    private float[] filteredAlongX(float[] values, int rows) {
        float[] filtered = new float[rows * width];
        float[] row = new float[width + 2 * REACH]; // the border's pixels repeated
        for (int y = 0; y < rows; y++) {
            int start = y * width;
            Arrays.fill(row, 0, REACH, values[start]);
            System.arraycopy(values, start, row, REACH, width);
            Arrays.fill(row, REACH + width, row.length, values[start + width - 1]);
            for (int k = 0; k < WINDOW.length; k++) {
                float weight = WINDOW[k];
                for (int x = 0; x < width; x++) {
                    filtered[start + x] += weight * row[x + k];
                }
            }
        }
        return filtered;
    }

    /** The rows from {@link #passed} to a row, with what their surroundings lack. */
    private float[] matched(int channel, int to) {
        int start = (passed - first) * width;
        float[] rows = Arrays.copyOfRange(restored[channel], start, start + (to - passed) * width);
        for (int y = passed; y < to; y++) {
            int at = (y - passed) * width;
            for (int k = 0; k < WINDOW.length; k++) {
                int row = Math.max(0, Math.min(height - 1, y + k - REACH));
                int from = (row - first) * width;
                float weight = WINDOW[k];
                for (int x = 0; x < width; x++) {
                    rows[at + x] += weight * lacking[channel][from + x];
                }
            }
        }
        return rows;
    }
}
