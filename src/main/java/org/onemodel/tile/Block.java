/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

/**
 * A rectangle of a plane, in pixels; it may stick out.
 *
 * @param x its first column
 * @param y its first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Block(int x, int y, int width, int height) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it has no pixels
     */
    public Block {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A block of "
                            + width
                            + " x "
                            + height
                            + " pixels is empty; expected at least 1 x 1.");
        }
    }

    /**
     * The column behind the last.
     *
     * @return {@code x + width}
     */
    public int right() {
        return x + width;
    }

    /**
     * The row behind the last.
     *
     * @return {@code y + height}
     */
    public int bottom() {
        return y + height;
    }

    /**
     * This block and what is around it, as far as another block holds it.
     *
     * @param pixels columns and rows on each side
     * @param limit a block that shares pixels with this one
     * @return a new block inside of {@code limit}
     */
    public Block grown(int pixels, Block limit) {
        int left = Math.max(limit.x, x - pixels);
        int top = Math.max(limit.y, y - pixels);
        int columns = Math.min(limit.right(), right() + pixels) - left;
        int rows = Math.min(limit.bottom(), bottom() + pixels) - top;
        return new Block(left, top, columns, rows);
    }
}
