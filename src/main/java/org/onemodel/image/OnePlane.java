/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.Objects;

/**
 * An image of one plane.
 *
 * @param plane the plane
 */
record OnePlane(RowSource plane) implements Planes {

    @Override
    public int width() {
        return plane.width();
    }

    @Override
    public int height() {
        return plane.height();
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public RowSource rows(int index) {
        Objects.checkIndex(index, 1);
        return plane;
    }
}
