/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * A plane with somebody told before each reading.
 *
 * @param plane the plane
 * @param watch may end the reading with an exception
 */
record WatchedRows(RowSource plane, Runnable watch) implements RowSource {

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
        return plane.channels();
    }

    @Override
    public void read(int y, int rows, float[][] target) {
        watch.run();
        plane.read(y, rows, target);
    }

    @Override
    public void read(int x, int y, int columns, int rows, float[][] target) {
        watch.run();
        plane.read(x, y, columns, rows, target);
    }
}
