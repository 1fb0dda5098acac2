/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.lang.ref.SoftReference;
import java.util.Arrays;

/**
 * Fills NaN and infinite pixels of a plane, its holes, from the finite values around them, as one
 * NaN would spread over a whole tile in a network.
 *
 * <p>The plane is read for the means of wider neighbourhoods when the first hole comes up, so that
 * one without holes is not read for them at all; the means are worked out again if Java needed
 * their memory in between. Safe for several threads if the plane is.
 */
public final class HoleFilling {

    /** How far around a hole pixels are looked at, apart from the means. */
    public static final int RADIUS = 3;

    private final RowSource plane;
    private SoftReference<CoarseMeans[]> means = new SoftReference<>(null);

    /**
     * For a plane, which is not read yet.
     *
     * @param plane the plane, with its values as they are
     */
    public HoleFilling(RowSource plane) {
        this.plane = plane;
    }

    /**
     * The plane without holes.
     *
     * @return its rows, all values finite
     */
    public RowSource filled() {
        return new FilledRows(plane, this, 0, 0, plane.width(), plane.height());
    }

    /**
     * A part of the plane without holes.
     *
     * @param part the part in memory, in coordinates of the plane, with its values as they are
     * @return the same part, all values finite; they are those of {@link #filled()} where {@value
     *     #RADIUS} pixels around them, as far as the plane has them, are in the part
     */
    public RowSource filled(PlanePart part) {
        int right = part.x() + part.part().width();
        int bottom = part.y() + part.part().height();
        return new FilledRows(part, this, part.x(), part.y(), right, bottom);
    }

    /** The means of the plane, one for each channel. */
    synchronized CoarseMeans[] means() {
        CoarseMeans[] known = means.get();
        if (known == null) {
            known = read();
            means = new SoftReference<>(known);
        }
        return known;
    }

    private CoarseMeans[] read() {
        CoarseMeans[] read = new CoarseMeans[plane.channels()];
        Arrays.setAll(read, c -> new CoarseMeans(plane.width(), plane.height()));
        RowBands.forEach(
                plane,
                (y, rows, values) -> {
                    for (int c = 0; c < read.length; c++) {
                        add(values[c], y, rows, read[c]);
                    }
                });
        for (CoarseMeans channel : read) {
            channel.fillEmpty();
        }
        return read;
    }

    private void add(float[] values, int y, int rows, CoarseMeans to) {
        int width = plane.width();
        for (int i = 0; i < rows * width; i++) {
            if (Float.isFinite(values[i])) {
                to.add(i % width, y + i / width, values[i]);
            }
        }
    }
}
