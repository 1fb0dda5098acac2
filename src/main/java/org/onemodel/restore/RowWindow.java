/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Arrays;

/**
 * Lets a filter that looks at neighbouring rows work on a plane that comes by rows: a row is
 * filtered and passed on when all that the filter can see of it is there.
 */
final class RowWindow {

    /** Changes a plane, or a part of one. */
    @FunctionalInterface
    interface Filter {

        /**
         * Changes what was restored.
         *
         * @param channel which channel of the plane it is
         * @param restored the network's answer, {@code [rows * width]}; changed in place
         * @param input what it was made from
         * @param width columns
         * @param rows rows
         */
        void apply(int channel, float[] restored, float[] input, int width, int rows);
    }

    /** Takes rows, from the first to the last of a plane. */
    @FunctionalInterface
    interface Next {

        /**
         * Takes the next rows.
         *
         * @param rows how many
         * @param restored the network's answer, {@code [channels][rows * width]}
         * @param input what it was made from
         */
        void add(int rows, float[][] restored, float[][] input);
    }

    private final int width;
    private final int height;
    private final int reach;
    private final Filter filter;
    private final Next next;

    /** Rows from {@link #first} to {@link #end}, those around what was passed on included. */
    private final float[][] restored;

    private final float[][] input;
    private int first;
    private int end;
    private int passed;

    /**
     * A stage for one plane.
     *
     * @param width columns of the plane
     * @param height its rows
     * @param channels its channels
     * @param reach how many rows above and below a row the filter sees
     * @param filter the filter
     * @param next takes the filtered rows, with their input
     */
    RowWindow(int width, int height, int channels, int reach, Filter filter, Next next) {
        this.width = width;
        this.height = height;
        this.reach = reach;
        this.filter = filter;
        this.next = next;
        this.restored = new float[channels][0];
        this.input = new float[channels][0];
    }

    /** Takes the next rows; see {@link Next#add}. */
    void add(int rows, float[][] output, float[][] seen) {
        int from = Math.max(first, passed - reach);
        for (int c = 0; c < restored.length; c++) {
            restored[c] = moved(restored[c], from, output[c], rows);
            input[c] = moved(input[c], from, seen[c], rows);
        }
        first = from;
        end += rows;
        int ready = end == height ? height : Math.max(passed, end - reach);
        if (ready > passed) {
            pass(ready);
        }
    }

    /** What is kept of the old rows, with the new ones behind. */
    private float[] moved(float[] old, int from, float[] added, int rows) {
        int forgotten = (from - first) * width;
        int kept = old.length - forgotten;
        float[] all = Arrays.copyOfRange(old, forgotten, forgotten + kept + rows * width);
        System.arraycopy(added, 0, all, kept, rows * width);
        return all;
    }

    private void pass(int ready) {
        int start = (passed - first) * width;
        int stop = (ready - first) * width;
        float[][] filtered = new float[restored.length][];
        float[][] its = new float[restored.length][];
        for (int c = 0; c < filtered.length; c++) {
            float[] all = restored[c].clone(); // the rows around stay as they came
            filter.apply(c, all, input[c], width, end - first);
            filtered[c] = Arrays.copyOfRange(all, start, stop);
            its[c] = Arrays.copyOfRange(input[c], start, stop);
        }
        int rows = ready - passed;
        passed = ready;
        next.add(rows, filtered, its);
    }
}
