/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import java.util.HashSet;
import java.util.Set;

/**
 * Puts the tiles of a plane together: each is added with the weights of a {@link BlendingWindow},
 * and the sum is divided by the sum of the weights.
 *
 * <p>Used for one plane, by one thread. The weights are separable, so their sum takes memory for
 * one row and one column only.
 */
public final class TileBlender {

    private final Tiling tiling;
    private final BlendingWindow window;
    private final Set<Tile> missing;
    private float[] plane;

    /**
     * An empty plane that waits for all tiles of a tiling.
     *
     * @param tiling the tiling
     * @throws IllegalArgumentException if the plane has more pixels than an array can hold
     */
    public TileBlender(Tiling tiling) {
        if (tiling.pixels() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A plane of "
                            + tiling.width()
                            + " x "
                            + tiling.height()
                            + " pixels is too large for one array; crop it first.");
        }
        this.tiling = tiling;
        this.window = new BlendingWindow(tiling);
        this.missing = new HashSet<>(tiling.tiles());
        this.plane = new float[(int) tiling.pixels()];
    }

    /**
     * Adds one tile; each tile of the tiling is added once, in any order.
     *
     * @param tile where the values belong
     * @param source array that holds {@code [tile, tile]} values in rows
     * @param offset index of the tile's first value in {@code source}
     * @throws IllegalArgumentException if the tile was added before, is none of the tiling's or
     *     lies outside the source
     */
    public void add(Tile tile, float[] source, int offset) {
        checkOpen();
        int side = tiling.tile();
        TileReader.checkRoom(source.length, offset, side);
        if (!missing.remove(tile)) {
            throw new IllegalArgumentException(
                    "The tile at ("
                            + tile.x()
                            + ", "
                            + tile.y()
                            + ") was added before or is none"
                            + " of this tiling's.");
        }
        int fromX = Math.max(0, -tile.x());
        int toX = (int) Math.min(side, (long) tiling.width() - tile.x());
        int fromY = Math.max(0, -tile.y());
        int toY = (int) Math.min(side, (long) tiling.height() - tile.y());
        for (int y = fromY; y < toY; y++) {
            int from = offset + y * side;
            int to = (tile.y() + y) * tiling.width() + tile.x();
            for (int x = fromX; x < toX; x++) {
                float weight = window.weight(x, y);
                if (weight > 0) { // what is not trusted may be NaN
                    plane[to + x] += weight * source[from + x];
                }
            }
        }
    }

    /**
     * Divides by the sum of the weights and hands the plane over; the blender is used up.
     *
     * @return the plane, {@code [height, width]} in rows
     * @throws IllegalStateException if tiles are missing
     */
    public float[] blend() {
        checkOpen();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    missing.size()
                            + " of "
                            + tiling.tileCount()
                            + " tiles are missing; add all"
                            + " before blending.");
        }
        float[] sumX = window.sums(tiling.columns(), tiling.width());
        float[] sumY = window.sums(tiling.rows(), tiling.height());
        int i = 0;
        for (float y : sumY) {
            for (float x : sumX) {
                plane[i++] /= x * y;
            }
        }
        float[] blended = plane;
        plane = null;
        return blended;
    }

    private void checkOpen() {
        if (plane == null) {
            throw new IllegalStateException(
                    "This plane is already blended; make a new blender for the next.");
        }
    }
}
