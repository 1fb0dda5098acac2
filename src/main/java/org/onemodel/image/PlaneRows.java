/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * The rows of a plane in memory.
 *
 * @param plane the plane
 */
record PlaneRows(Plane plane) implements RowSource {

    @Override
    public int width() {
        return plane.width();
    }

    @Override
    public int height() {
        return plane.height();
    }

    @Override
    public int channels() {
        return plane.channels().length;
    }

    @Override
    public void read(int y, int rows, float[][] target) {
        read(0, y, width(), rows, target);
    }

    @Override
    public void read(int x, int y, int columns, int rows, float[][] target) {
        for (int c = 0; c < channels(); c++) {
            for (int row = 0; row < rows; row++) {
                int from = (y + row) * width() + x;
                System.arraycopy(plane.channels()[c], from, target[c], row * columns, columns);
            }
        }
    }
}
