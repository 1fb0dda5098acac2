/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.function.IntConsumer;

/**
 * Planes with somebody told before each reading.
 *
 * @param all the planes
 * @param watch gets the index of the plane, and may end the reading with an exception
 */
record WatchedPlanes(Planes all, IntConsumer watch) implements Planes {

    @Override
    public int width() {
        return all.width();
    }

    @Override
    public int height() {
        return all.height();
    }

    @Override
    public int count() {
        return all.count();
    }

    @Override
    public RowSource rows(int index) {
        watch.accept(index);
        return new WatchedRows(all.rows(index), () -> watch.accept(index));
    }

    @Override
    public String nameOf(int index) {
        return all.nameOf(index);
    }
}
