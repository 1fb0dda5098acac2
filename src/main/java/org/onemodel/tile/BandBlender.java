/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import java.util.Arrays;

/**
 * Puts the tiles of a plane together row by row of tiles, as {@link TileBlender} does at once: a
 * row of pixels is handed over when no tile to come reaches it, so that memory holds a band of the
 * plane and not the plane.
 *
 * <p>Used for one plane, by one thread.
 */
public final class BandBlender {

    private final Tiling tiling;
    private final BlendingWindow window;
    private final float[] sumX;
    private final float[] sumY;
    private float[] band = new float[0];
    private int first;

    /**
     * An empty plane that waits for its tiles.
     *
     * @param tiling the tiling
     */
    public BandBlender(Tiling tiling) {
        this.tiling = tiling;
        this.window = new BlendingWindow(tiling);
        this.sumX = window.sums(tiling.columns(), tiling.width());
        this.sumY = window.sums(tiling.rows(), tiling.height());
    }

    /**
     * Adds one tile; each tile of the tiling is added once, those of a row of tiles together.
     *
     * @param tile where the values belong; below all rows that were handed over
     * @param source array that holds {@code [tile, tile]} values in rows
     * @param offset index of the tile's first value in {@code source}
     */
    public void add(Tile tile, float[] source, int offset) {
        int side = tiling.tile();
        TileReader.checkRoom(source.length, offset, side);
        int fromX = Math.max(0, -tile.x());
        int toX = (int) Math.min(side, (long) tiling.width() - tile.x());
        int fromY = Math.max(0, -tile.y());
        int toY = (int) Math.min(side, (long) tiling.height() - tile.y());
        reach(tile.y() + toY);
        for (int y = fromY; y < toY; y++) {
            int from = offset + y * side;
            int to = (tile.y() + y - first) * tiling.width() + tile.x();
            for (int x = fromX; x < toX; x++) {
                float weight = window.weight(x, y);
                if (weight > 0) { // what is not trusted may be NaN
                    band[to + x] += weight * source[from + x];
                }
            }
        }
    }

    /** Makes room down to this row. */
    private void reach(int end) {
        int needed = Math.multiplyExact(end - first, tiling.width());
        if (needed > band.length) {
            band = Arrays.copyOf(band, needed);
        }
    }

    /**
     * The row up to which all is known when tiles from some row on are still to come.
     *
     * @param next first row of the next row of tiles, or anything behind the plane if there is none
     * @return a row of the plane, or its height
     */
    public int knownBefore(int next) {
        return Math.max(first, Math.min(next, tiling.height()));
    }

    /**
     * Hands over the rows above a row, divided by the sum of their weights.
     *
     * @param end the row behind the last, from {@link #knownBefore}
     * @return {@code [end - first, width]} values in rows, first being where the last call ended
     */
    public float[] take(int end) {
        int width = tiling.width();
        reach(end);
        float[] taken = Arrays.copyOf(band, (end - first) * width);
        int i = 0;
        for (int y = first; y < end; y++) {
            for (float x : sumX) {
                taken[i++] /= x * sumY[y];
            }
        }
        System.arraycopy(band, i, band, 0, band.length - i);
        Arrays.fill(band, band.length - i, band.length, 0);
        first = end;
        return taken;
    }
}
