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
        for (int c = 0; c < channels(); c++) {
            System.arraycopy(plane.channels()[c], y * width(), target[c], 0, rows * width());
        }
    }
}
