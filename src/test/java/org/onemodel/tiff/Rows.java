/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import org.onemodel.image.RowSink;
import org.onemodel.image.RowSource;

/** Moves planes by rows. */
final class Rows {

    private Rows() {}

    /** Copies all planes, some rows at a time. */
    static void copy(TiffPlanes from, TiffWriter to, int rows) throws IOException {
        for (int i = 0; i < from.count(); i++) {
            copy(from.plane(i), to.plane(i), rows);
        }
    }

    private static void copy(RowSource from, RowSink to, int rows) {
        float[][] values = new float[from.channels()][rows * from.width()];
        for (int y = 0; y < from.height(); y += rows) {
            int count = Math.min(rows, from.height() - y);
            from.read(y, count, values);
            to.write(y, count, values);
        }
    }

    /** Reads up to 100 rows, one by one, of a plane that is not too wide. */
    static void read(RowSource plane) {
        if (plane.width() < 1 << 20) {
            float[][] row = new float[plane.channels()][plane.width()];
            for (int y = 0; y < Math.min(100, plane.height()); y++) {
                plane.read(y, 1, row);
            }
        }
    }

    /** A whole plane: {@code [channels][pixels]}. */
    static float[][] all(RowSource plane) {
        float[][] values = new float[plane.channels()][plane.width() * plane.height()];
        plane.read(0, plane.height(), values);
        return values;
    }
}
