/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * Takes a plane by rows, from the first to the last; or, when memory did not suffice, some rows and
 * then all of them again from the first.
 */
public interface RowSink {

    /**
     * Takes the next rows.
     *
     * @param y the first of them, which follows the last that was taken, or 0
     * @param rows how many
     * @param values {@code [channels][at least rows * width]}, from the start; not kept
     */
    void write(int y, int rows, float[][] values);
}
