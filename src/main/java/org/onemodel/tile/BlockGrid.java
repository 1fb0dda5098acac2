/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

/**
 * Cuts a plane into blocks of whole tile strides that can be computed alone, each from as few tiles
 * as can be: the borders of blocks run through the middle of tiles, where only one tile counts.
 *
 * <p>A block of n strides along an axis takes n + 1 tiles, as long as what is looked at around it
 * stays inside of these middles. So tiles on borders are computed for each block that they lie in:
 * of a large plane in square blocks (1 + 1/n)² as many tiles as of the plane in one piece, 1.44 for
 * n = 5.
 *
 * @param tiling the plane's tiling
 * @param width columns of a block, except that the plane may end before
 * @param height rows of a block
 * @param left columns of the first block that lie before the plane
 * @param top rows of the first block that lie above the plane
 */
public record BlockGrid(Tiling tiling, int width, int height, int left, int top) {

    /**
     * The grid of blocks of about some size; a plane that is smaller is one block.
     *
     * @param tiling the plane's tiling
     * @param side about how many pixels a block has along an axis: the nearest number of whole
     *     strides is taken, at least one
     * @return the grid
     */
    public static BlockGrid of(Tiling tiling, int side) {
        int width = size(tiling, tiling.width(), side);
        int height = size(tiling, tiling.height(), side);
        return new BlockGrid(
                tiling,
                width,
                height,
                before(tiling, tiling.columns(), width, tiling.width()),
                before(tiling, tiling.rows(), height, tiling.height()));
    }

    private static int size(Tiling tiling, int length, int side) {
        int stride = tiling.tile() - tiling.overlap();
        long strides = Math.max(1, Math.round((double) side / stride));
        return (int) Math.min(length, strides * stride);
    }

    private static int before(Tiling tiling, int[] tiles, int size, int length) {
        int stride = tiling.tile() - tiling.overlap();
        int middle = tiles[0] + tiling.tile() / 2;
        return size == length ? 0 : Math.floorMod(size - middle, stride);
    }

    /**
     * The part of the plane in a block.
     *
     * @param column the block's place along a row of blocks, from 0
     * @param row its place along a column of blocks, from 0
     * @return the part, without what lies outside of the plane
     */
    public Block block(int column, int row) {
        int x = Math.max(0, column * width - left);
        int y = Math.max(0, row * height - top);
        long right = Math.min(tiling.width(), (column + 1L) * width - left);
        long bottom = Math.min(tiling.height(), (row + 1L) * height - top);
        return new Block(x, y, (int) right - x, (int) bottom - y);
    }
}
