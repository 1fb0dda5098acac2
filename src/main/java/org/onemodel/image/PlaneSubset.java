/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * Some planes of an image.
 *
 * @param all the planes
 * @param indices which, from 0, in their order
 */
record PlaneSubset(Planes all, int[] indices) implements Planes {

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
        return indices.length;
    }

    @Override
    public RowSource rows(int index) {
        return all.rows(indices[index]);
    }

    @Override
    public boolean mayHaveHoles() {
        return all.mayHaveHoles();
    }

    @Override
    public String nameOf(int index) {
        return all.nameOf(indices[index]);
    }
}
