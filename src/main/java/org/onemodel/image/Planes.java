/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.function.IntConsumer;

/** The planes of an image in a fixed order, each read when it is asked for. */
public interface Planes {

    /**
     * A single plane as an image.
     *
     * @param plane the plane
     * @return an image with this plane only
     */
    static Planes of(RowSource plane) {
        return new OnePlane(plane);
    }

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
     * One plane to be read by rows, with its values as they are: NaN and infinite pixels, holes,
     * too.
     *
     * @param index from 0 to {@code count() - 1}
     * @return the plane's rows
     * @throws IllegalArgumentException if the plane can't be read; the message says why
     * @throws IndexOutOfBoundsException if there is no such plane
     */
    RowSource rows(int index);

    /**
     * One plane as a network may see it: holes are filled from around them.
     *
     * @param index from 0 to {@code count() - 1}
     * @return the plane's rows, all values finite
     */
    default RowSource filledRows(int index) {
        return Holes.filled(rows(index));
    }

    /**
     * The same planes with somebody told before each reading, who may stop it: reading all of a
     * large image can take minutes.
     *
     * @param watch gets the index of the plane as often as some of its rows are read; what it
     *     throws ends the reading
     * @return a view of these planes
     */
    default Planes watched(IntConsumer watch) {
        return new WatchedPlanes(this, watch);
    }

    /**
     * Reads one plane as a whole, with its values as they are; nothing is kept.
     *
     * @param index from 0 to {@code count() - 1}
     * @return the plane, a copy
     */
    default Plane plane(int index) {
        return Plane.of(rows(index));
    }

    /**
     * Reads one plane where holes are of no use, as in training.
     *
     * @param index from 0 to {@code count() - 1}
     * @return the plane, a copy, with finite values only
     * @throws IllegalArgumentException if a pixel is NaN or infinite; the message says how many,
     *     where and what to do
     */
    default Plane finitePlane(int index) {
        Plane plane = plane(index);
        FiniteValues.check(plane, nameOf(index), "replace them by numbers first.");
        return plane;
    }

    /**
     * What messages call a plane.
     *
     * @param index from 0 to {@code count() - 1}
     * @return such as "Slice 3 of 'cells.tif'"
     */
    default String nameOf(int index) {
        return "Plane " + (index + 1) + " of the image";
    }

    /**
     * Some of these planes.
     *
     * @param indices which, from 0
     * @return a view of them, in the order of the indices
     */
    default Planes only(int... indices) {
        return new PlaneSubset(this, indices);
    }
}
