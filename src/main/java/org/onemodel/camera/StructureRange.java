/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.Arrays;
import org.onemodel.image.Normalization;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSource;

/**
 * The range of grey levels of structures: what percentiles tell, extended to the brightest and the
 * darkest median of 3×3 pixels.
 *
 * <p>Percentiles leave out the few brightest pixels, be they a hot pixel or a small bright
 * structure. What is beyond the range is kept from the network, and so its noise would stay; a
 * structure is larger than a pixel, and a hot pixel is not.
 */
final class StructureRange {

    private static final int ROWS = 64;

    private float low;
    private float high;

    private StructureRange(Normalization range) {
        this.low = (float) range.low();
        this.high = (float) range.high();
    }

    /**
     * Extends a range.
     *
     * @param planes planes of one channel
     * @param range their range by percentiles
     * @return a range that holds it
     */
    static Normalization of(Planes planes, Normalization range) {
        StructureRange structures = new StructureRange(range);
        for (int i = 0; i < planes.count(); i++) {
            structures.read(planes.filledRows(i));
        }
        return Normalization.ofRange(structures.low, structures.high);
    }

    private void read(RowSource plane) {
        int width = plane.width();
        float[][] rows = new float[plane.channels()][(ROWS + 2) * width];
        for (int y = 0; y < plane.height(); y += ROWS) {
            int top = Math.max(0, y - 1);
            int bottom = Math.min(plane.height(), y + ROWS + 1);
            plane.read(top, bottom - top, rows);
            int end = Math.min(plane.height(), y + ROWS);
            for (int row = y; row < end; row++) {
                extend(rows[0], width, bottom - top, row - top);
            }
        }
    }

    private void extend(float[] rows, int width, int count, int row) {
        for (int x = 0; x < width; x++) {
            float value = rows[row * width + x];
            if (value > high || value < low) {
                float median = median(rows, width, count, x, row);
                high = Math.max(high, median);
                low = Math.min(low, median);
            }
        }
    }

    private static float median(float[] rows, int width, int count, int x, int row) {
        float[] around = new float[9];
        int n = 0;
        for (int v = Math.max(0, row - 1); v < Math.min(count, row + 2); v++) {
            for (int u = Math.max(0, x - 1); u < Math.min(width, x + 2); u++) {
                around[n++] = rows[v * width + u];
            }
        }
        Arrays.sort(around, 0, n);
        return around[(n - 1) / 2];
    }
}
