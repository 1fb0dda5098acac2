/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.process.ImageProcessor;

/** A box of a slice of an ImageJ stack, converted when it is read. */
final class SliceRows implements RowSource {

    private final ImageProcessor slice;
    private final PixelType type;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    /**
     * The rows of a box.
     *
     * @param slice the slice, which is not modified
     * @param type its type
     * @param left first column of the box
     * @param top first row of the box
     * @param width columns of the box
     * @param height rows of the box
     */
    SliceRows(ImageProcessor slice, PixelType type, int left, int top, int width, int height) {
        this.slice = slice;
        this.type = type;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int channels() {
        return type.channels();
    }

    @Override
    public void read(int y, int rows, float[][] target) {
        read(0, y, width, rows, target);
    }

    @Override
    public void read(int x, int y, int columns, int rows, float[][] target) {
        for (int row = 0; row < rows; row++) {
            int from = (top + y + row) * slice.getWidth() + left + x;
            type.read(slice, from, columns, target, row * columns);
        }
    }
}
