/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** A plane that is read by rows, so that it need never be in memory as a whole. */
public interface RowSource {

    /**
     * Columns.
     *
     * @return pixels, at least 1
     */
    int width();

    /**
     * Rows.
     *
     * @return pixels, at least 1
     */
    int height();

    /**
     * Channels of each pixel.
     *
     * @return 3 for RGB, otherwise 1
     */
    int channels();

    /**
     * Reads some rows; any rows, in any order, any number of times.
     *
     * @param y the first row
     * @param rows how many, so that {@code y + rows <= height()}
     * @param target {@code [channels][at least rows * width]}, filled from the start
     * @throws IllegalArgumentException if the rows can't be read; the message says why
     */
    void read(int y, int rows, float[][] target);

    /**
     * Reads a part of some rows. Sources that can, read no more than that; this reads whole rows.
     *
     * @param x the first column
     * @param y the first row
     * @param columns how many, so that {@code x + columns <= width()}
     * @param rows how many, so that {@code y + rows <= height()}
     * @param target {@code [channels][at least rows * columns]}, filled from the start
     * @throws IllegalArgumentException if they can't be read; the message says why
     */
    default void read(int x, int y, int columns, int rows, float[][] target) {
        if (columns == width()) {
            read(y, rows, target);
            return;
        }
        float[][] whole = new float[channels()][rows * width()];
        read(y, rows, whole);
        for (int c = 0; c < whole.length; c++) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(whole[c], row * width() + x, target[c], row * columns, columns);
            }
        }
    }
}
