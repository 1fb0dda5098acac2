/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * One plane of an image in its own grey values.
 *
 * <p>The arrays are not copied; two planes are equal only if they share them.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param channels {@code [channels][height * width]} values in rows: one channel for grey images,
 *     three (red, green, blue, 0 to 255) for RGB
 */
public record Plane(int width, int height, float[][] channels) {

    /**
     * Checks that each channel has width times height values.
     *
     * @throws IllegalArgumentException if the plane is empty or a channel has another length
     */
    public Plane {
        if (width < 1 || height < 1 || channels.length == 0) {
            throw new IllegalArgumentException(
                    "A plane of "
                            + width
                            + " x "
                            + height
                            + " pixels and "
                            + channels.length
                            + " channels is empty; expected at least 1 x 1 and one channel.");
        }
        for (int c = 0; c < channels.length; c++) {
            if (channels[c].length != (long) width * height) {
                throw new IllegalArgumentException(
                        "Channel "
                                + c
                                + " of the plane has "
                                + channels[c].length
                                + " values; expected "
                                + width
                                + " x "
                                + height
                                + " = "
                                + (long) width * height
                                + ".");
            }
        }
    }

    /**
     * Reads a plane as a whole.
     *
     * @param rows the plane
     * @return its values as they are, a copy
     * @throws IllegalArgumentException if it has 2^31 pixels or more
     */
    public static Plane of(RowSource rows) {
        long pixels = (long) rows.width() * rows.height();
        if (pixels > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A plane of "
                            + rows.width()
                            + " x "
                            + rows.height()
                            + " pixels is too large for one array; read it by rows, or crop it"
                            + " first.");
        }
        float[][] channels = new float[rows.channels()][(int) pixels];
        rows.read(0, rows.height(), channels);
        return new Plane(rows.width(), rows.height(), channels);
    }

    /**
     * The plane as rows.
     *
     * @return rows that share these arrays
     */
    public RowSource rows() {
        return new PlaneRows(this);
    }
}
