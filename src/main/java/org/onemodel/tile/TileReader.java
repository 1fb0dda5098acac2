/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

/** Cuts tiles out of a plane; what sticks out is mirrored at the border of the image. */
public final class TileReader {

    private TileReader() {}

    /**
     * Copies one tile into a batch.
     *
     * @param plane the pixels of the plane, {@code [height, width]} in rows
     * @param tiling the tiling that the tile belongs to
     * @param tile the tile to copy
     * @param target array that receives {@code [tile, tile]} values in rows
     * @param offset index of the tile's first value in {@code target}
     * @throws IllegalArgumentException if the plane does not have the size that the tiling covers,
     *     or the tile does not fit into the target
     */
    public static void read(float[] plane, Tiling tiling, Tile tile, float[] target, int offset) {
        checkPlane(plane.length, tiling);
        read(plane, 0, tiling, tile, target, offset);
    }

    /**
     * Copies one tile into a batch from those rows of the plane that it needs.
     *
     * @param rows rows of the plane, {@code [rows, width]}
     * @param first the first of them; all of {@link #rowsOf} must be there
     * @param tiling the tiling that the tile belongs to
     * @param tile the tile to copy
     * @param target array that receives {@code [tile, tile]} values in rows
     * @param offset index of the tile's first value in {@code target}
     * @throws IllegalArgumentException if the tile does not fit into the target
     */
    public static void read(
            float[] rows, int first, Tiling tiling, Tile tile, float[] target, int offset) {
        checkRoom(target.length, offset, tiling.tile());
        int side = tiling.tile();
        int width = tiling.width();
        int[] columns = mirrored(tile.x(), side, width);
        int to = offset;
        for (int y : mirrored(tile.y(), side, tiling.height())) {
            int row = (y - first) * width;
            for (int x : columns) {
                target[to++] = rows[row + x];
            }
        }
    }

    /**
     * The rows of the plane that tiles take, mirrored ones included.
     *
     * @param tiling the tiling
     * @param top first row of the uppermost tile
     * @param bottom the row behind the lowest tile
     * @return the first row, and the row behind the last
     */
    public static int[] rowsOf(Tiling tiling, int top, int bottom) {
        int first = tiling.height();
        int end = 0;
        for (int y : mirrored(top, bottom - top, tiling.height())) {
            first = Math.min(first, y);
            end = Math.max(end, y + 1);
        }
        return new int[] {first, end};
    }

    /**
     * The position inside {@code [0, size)} that a position anywhere falls on when the axis is
     * mirrored at its first and last pixel without repeating them: for size 4, the positions -3 to
     * 6 fall on 3 2 1 0 1 2 3 2 1 0.
     *
     * @param position any position
     * @param size length of the axis, at least 1
     * @return a position in {@code [0, size)}
     */
    public static int mirror(long position, int size) {
        if (size == 1) {
            return 0;
        }
        long period = 2L * (size - 1);
        long inPeriod = Math.floorMod(position, period);
        return (int) Math.min(inPeriod, period - inPeriod);
    }

    private static int[] mirrored(int start, int count, int size) {
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            positions[i] = mirror((long) start + i, size);
        }
        return positions;
    }

    static void checkPlane(int length, Tiling tiling) {
        if (length != tiling.pixels()) {
            throw new IllegalArgumentException(
                    "The plane has "
                            + length
                            + " pixels; the tiling covers "
                            + tiling.width()
                            + " x "
                            + tiling.height()
                            + " = "
                            + tiling.pixels()
                            + ".");
        }
    }

    static void checkRoom(int length, int offset, int side) {
        long values = (long) side * side;
        if (offset < 0 || offset + values > length) {
            throw new IllegalArgumentException(
                    "A tile of "
                            + side
                            + " x "
                            + side
                            + " values at offset "
                            + offset
                            + " does not fit into an array of "
                            + length
                            + ".");
        }
    }
}
