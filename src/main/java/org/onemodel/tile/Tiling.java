/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Covers a plane by square tiles on a regular grid, neighbours overlapping by exactly {@code
 * overlap} pixels.
 *
 * <p>The grid covers the plane and a margin of half the overlap around it, so that a pixel at the
 * border of the image lies as deep inside a tile as any other. Tiles therefore stick out of the
 * plane; what is outside is mirrored by {@link TileReader}. What the grid covers beyond the margin
 * is shared evenly between both sides. Along an axis where {@code size + overlap <= tile}, one
 * centred tile is enough.
 *
 * @param width width of the plane in pixels, at least 1
 * @param height height of the plane in pixels, at least 1
 * @param tile side of a tile in pixels, at least 1
 * @param overlap pixels that neighbouring tiles share, from 0 to {@code tile / 2}
 * @param shiftX pixels by which the grid is moved to the right; whatever the shift, the plane and
 *     its margin stay covered
 * @param shiftY pixels by which the grid is moved down
 */
public record Tiling(int width, int height, int tile, int overlap, int shiftX, int shiftY) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if a size is below 1 or the overlap outside [0, tile/2]
     */
    public Tiling {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A plane of "
                            + width
                            + " x "
                            + height
                            + " pixels can't be tiled; expected at"
                            + " least 1 x 1.");
        }
        if (tile < 1) {
            throw new IllegalArgumentException(
                    "The tile size is " + tile + "; expected at least 1 pixel.");
        }
        if (overlap < 0 || overlap > tile / 2) {
            throw new IllegalArgumentException(
                    "The overlap of the tiles is "
                            + overlap
                            + " pixels; expected 0 to "
                            + tile / 2
                            + ", half of the tile size "
                            + tile
                            + ".");
        }
    }

    /**
     * A tiling whose grid is centred on the plane.
     *
     * @param width width of the plane in pixels
     * @param height height of the plane in pixels
     * @param tile side of a tile in pixels
     * @param overlap pixels that neighbouring tiles share, from 0 to {@code tile / 2}
     */
    public Tiling(int width, int height, int tile, int overlap) {
        this(width, height, tile, overlap, 0, 0);
    }

    /**
     * The same tiling with its grid moved from the centred position.
     *
     * @param dx pixels to the right
     * @param dy pixels down
     * @return a new tiling that covers the same plane
     */
    public Tiling withShift(int dx, int dy) {
        return new Tiling(width, height, tile, overlap, dx, dy);
    }

    /**
     * The plane as a block.
     *
     * @return all of its pixels
     */
    public Block plane() {
        return new Block(0, 0, width, height);
    }

    /**
     * Pixels along each border of a tile that are given no weight, because the values there depend
     * on what a network pads with.
     *
     * @return a quarter of the overlap
     */
    public int untrusted() {
        return overlap / 4;
    }

    /**
     * Number of pixels of the plane.
     *
     * @return width times height, which may pass 2^31
     */
    public long pixels() {
        return (long) width * height;
    }

    /**
     * Number of tiles.
     *
     * @return columns times rows of the grid
     */
    public long tileCount() {
        return (long) columns().length * rows().length;
    }

    /**
     * All tiles, row by row.
     *
     * @return an unmodifiable list
     */
    public List<Tile> tiles() {
        int[] columns = columns();
        int[] rows = rows();
        List<Tile> tiles = new ArrayList<>(Math.toIntExact((long) columns.length * rows.length));
        for (int y : rows) {
            for (int x : columns) {
                tiles.add(new Tile(x, y));
            }
        }
        return List.copyOf(tiles);
    }

    /**
     * First pixel of each column of tiles.
     *
     * @return a new array, ascending
     */
    public int[] columns() {
        return starts(width, shiftX);
    }

    /**
     * First pixel of each row of tiles.
     *
     * @return a new array, ascending
     */
    public int[] rows() {
        return starts(height, shiftY);
    }

    /**
     * First pixel of each column of tiles that a block is blended from.
     *
     * @param block a part of the plane
     * @return a new array, ascending, never empty
     */
    public int[] columns(Block block) {
        return weighing(columns(), block.x(), block.right());
    }

    /**
     * First pixel of each row of tiles that a block is blended from.
     *
     * @param block a part of the plane
     * @return a new array, ascending, never empty
     */
    public int[] rows(Block block) {
        return weighing(rows(), block.y(), block.bottom());
    }

    private int[] weighing(int[] starts, int from, int to) {
        return Arrays.stream(starts)
                .filter(start -> start + untrusted() < to && start + tile - untrusted() > from)
                .toArray();
    }

    private int[] starts(int size, int shift) {
        long stride = tile - overlap;
        long before = overlap / 2;
        long end = (long) size + overlap - before; // of the margin behind the plane
        long needed = Math.max(0, end + before - tile);
        long count = 1 + ceilDiv(needed, stride);
        long surplus = tile + (count - 1) * stride - (end + before);
        long first = -before - surplus / 2 + shift;
        boolean oneTileStillCovers = count == 1 && first <= -before && first + tile >= end;
        if (!oneTileStillCovers) {
            first = -before - Math.floorMod(-before - first, stride);
            count = 1 + ceilDiv(Math.max(0, end - first - tile), stride);
        }
        int[] starts = new int[Math.toIntExact(count)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Math.toIntExact(first + i * stride);
        }
        return starts;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
