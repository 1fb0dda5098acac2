/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** The planes of an image in a fixed order, each read when it is asked for. */
public interface Planes {

    /**
     * Columns of each plane.
     *
     * @return pixels, at least 1
     */
    int width();

    /**
     * Rows of each plane.
     *
     * @return pixels, at least 1
     */
    int height();

    /**
     * Number of planes.
     *
     * @return at least 1
     */
    int count();

    /**
     * Reads one plane; nothing is kept, and the values are a copy.
     *
     * @param index from 0 to {@code count() - 1}
     * @return the plane, with finite values only
     * @throws IllegalArgumentException if a pixel is NaN or infinite; the message says how many,
     *     where and what to do
     * @throws IndexOutOfBoundsException if there is no such plane
     */
    Plane plane(int index);
}
