/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import java.util.Arrays;

/**
 * Puts the tiles of a plane, or of a block of it, together row by row of tiles, as {@link
 * TileBlender} does at once: a row of pixels is handed over when no tile to come reaches it, so
 * that memory holds a band of the plane and not the plane.
 *
 * <p>A pixel gets the same value, to the bit, in whichever block it is. Used for one block, by one
 * thread.
 */
public final class BandBlender {

    private final Tiling tiling;
    private final Block block;
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
        this(tiling, tiling.plane());
    }

    /**
     * An empty part of a plane that waits for its tiles.
     *
     * @param tiling the tiling of the plane
     * @param block the part
     */
    public BandBlender(Tiling tiling, Block block) {
        this.tiling = tiling;
        this.block = block;
        this.window = new BlendingWindow(tiling);
        this.sumX = window.sums(tiling.columns(), tiling.width());
        this.sumY = window.sums(tiling.rows(), tiling.height());
        this.first = block.y();
    }

    /**
     * Adds one tile; each tile that the block is blended from is added once, those of a row of
     * tiles together and from left to right.
     *
     * @param tile where the values belong; below all rows that were handed over
     * @param source array that holds {@code [tile, tile]} values in rows
     * @param offset index of the tile's first value in {@code source}
     */
    public void add(Tile tile, float[] source, int offset) {
        int side = tiling.tile();
        TileReader.checkRoom(source.length, offset, side);
        int fromX = Math.max(0, block.x() - tile.x());
        int toX = (int) Math.min(side, (long) block.right() - tile.x());
        int fromY = Math.max(0, first - tile.y());
        int toY = (int) Math.min(side, (long) block.bottom() - tile.y());
        reach(tile.y() + toY);
        for (int y = fromY; y < toY; y++) {
            int from = offset + y * side;
            int to = (tile.y() + y - first) * block.width() + tile.x() - block.x();
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
        int needed = Math.multiplyExact(end - first, block.width());
        if (needed > band.length) {
            band = Arrays.copyOf(band, needed);
        }
    }

    /**
     * The row up to which all is known when tiles from some row on are still to come.
     *
     * @param next first row of the next row of tiles, or anything behind the block if there is none
     * @return a row of the block, or the one behind its last
     */
    public int knownBefore(int next) {
        return Math.max(first, Math.min(next, block.bottom()));
    }

    /**
     * Hands over the rows above a row, divided by the sum of their weights.
     *
     * @param end the row behind the last, from {@link #knownBefore}
     * @return {@code [end - first, width]} values in rows, first being where the last call ended
     */
    public float[] take(int end) {
        reach(end);
        float[] taken = Arrays.copyOf(band, (end - first) * block.width());
        int i = 0;
        for (int y = first; y < end; y++) {
            for (int x = block.x(); x < block.right(); x++) {
                taken[i++] /= sumX[x] * sumY[y];
            }
        }
        System.arraycopy(band, i, band, 0, band.length - i);
        Arrays.fill(band, band.length - i, band.length, 0);
        first = end;
        return taken;
    }
}
