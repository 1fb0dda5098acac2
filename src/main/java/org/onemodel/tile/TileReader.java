/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import java.util.Arrays;
import java.util.IntSummaryStatistics;

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
        read(plane, tiling.plane(), tiling, tile, target, offset);
    }

    /**
     * Copies one tile into a batch from a part of the plane.
     *
     * @param values the pixels of that part, in rows
     * @param part which part; all of {@link #needed} must be there
     * @param tiling the tiling that the tile belongs to
     * @param tile the tile to copy
     * @param target array that receives {@code [tile, tile]} values in rows
     * @param offset index of the tile's first value in {@code target}
     * @throws IllegalArgumentException if the tile does not fit into the target
     */
    public static void read(
            float[] values, Block part, Tiling tiling, Tile tile, float[] target, int offset) {
        checkRoom(target.length, offset, tiling.tile());
        int side = tiling.tile();
        int[] columns = mirrored(tile.x(), side, tiling.width());
        int to = offset;
        for (int y : mirrored(tile.y(), side, tiling.height())) {
            int row = (y - part.y()) * part.width() - part.x();
            for (int x : columns) {
                target[to++] = values[row + x];
            }
        }
    }

    /**
     * The part of the plane that tiles take, mirrored pixels included.
     *
     * @param tiling the tiling
     * @param tiles the rectangle of these tiles, which may stick out of the plane
     * @return a part of the plane
     */
    public static Block needed(Tiling tiling, Block tiles) {
        IntSummaryStatistics columns =
                Arrays.stream(mirrored(tiles.x(), tiles.width(), tiling.width()))
                        .summaryStatistics();
        IntSummaryStatistics rows =
                Arrays.stream(mirrored(tiles.y(), tiles.height(), tiling.height()))
                        .summaryStatistics();
        return new Block(
                columns.getMin(),
                rows.getMin(),
                columns.getMax() - columns.getMin() + 1,
                rows.getMax() - rows.getMin() + 1);
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
