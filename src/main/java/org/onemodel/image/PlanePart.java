/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * A part of a plane in memory, read once, in the coordinates of the plane; only what is in the part
 * can be read.
 *
 * @param width columns of the plane
 * @param height rows of the plane
 * @param x first column of the part
 * @param y first row of the part
 * @param part its pixels
 */
public record PlanePart(int width, int height, int x, int y, Plane part) implements RowSource {

    /**
     * Reads a part of a plane.
     *
     * @param plane the plane
     * @param x first column of the part
     * @param y first row of the part
     * @param columns how many
     * @param rows how many; less than 2^31 pixels in all
     * @return the part, with values as they are
     */
    public static PlanePart of(RowSource plane, int x, int y, int columns, int rows) {
        float[][] values = new float[plane.channels()][Math.multiplyExact(columns, rows)];
        plane.read(x, y, columns, rows, values);
        return new PlanePart(plane.width(), plane.height(), x, y, new Plane(columns, rows, values));
    }

    @Override
    public int channels() {
        return part.channels().length;
    }

    @Override
    public void read(int top, int rows, float[][] target) {
        read(0, top, width, rows, target);
    }

    @Override
    public void read(int left, int top, int columns, int rows, float[][] target) {
        boolean inside =
                left >= x
                        && top >= y
                        && left + columns <= x + part.width()
                        && top + rows <= y + part.height();
        if (!inside) {
            throw new IllegalArgumentException(
                    String.format(
                            "%d x %d pixels from (%d, %d) were asked for, and %d x %d from (%d, %d)"
                                    + " are in memory.",
                            columns, rows, left, top, part.width(), part.height(), x, y));
        }
        part.rows().read(left - x, top - y, columns, rows, target);
    }
}
