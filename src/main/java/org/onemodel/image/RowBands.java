/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** Reads a plane from its first row to its last in bands of a few rows. */
public final class RowBands {

    private static final int PIXELS = 1 << 16;

    private RowBands() {}

    /**
     * Reads all bands.
     *
     * @param plane the plane
     * @param sink takes each band; it may change the values
     */
    public static void forEach(RowSource plane, RowSink sink) {
        int rows = Math.max(1, Math.min(plane.height(), PIXELS / plane.width()));
        float[][] values = new float[plane.channels()][rows * plane.width()];
        for (int y = 0; y < plane.height(); y += rows) {
            int count = Math.min(rows, plane.height() - y);
            plane.read(y, count, values);
            sink.write(y, count, values);
        }
    }
}
