/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import java.util.Arrays;
import java.util.List;
import org.onemodel.tile.BlendingWindow;
import org.onemodel.tile.Tile;
import org.onemodel.tile.Tiling;

/**
 * How much of each pixel of a plane comes from each tile: the weights that tiles are blended with,
 * divided by their sum. Over all tiles they add up to 1 at each pixel of the plane, and beyond the
 * plane they are 0.
 */
final class TileShares {

    private final Tiling tiling;
    private final float[][] columns;
    private final float[][] rows;

    TileShares(Tiling tiling) {
        this.tiling = tiling;
        BlendingWindow window = new BlendingWindow(tiling);
        columns = shares(window, tiling.columns(), tiling.tile(), tiling.width());
        rows = shares(window, tiling.rows(), tiling.tile(), tiling.height());
    }

    /** Along one axis: for each tile the share of each of its pixels. */
    private static float[][] shares(BlendingWindow window, int[] starts, int side, int size) {
        double[] sums = new double[size];
        for (int start : starts) {
            for (int i = Math.max(0, -start); i < side && start + i < size; i++) {
                sums[start + i] += window.weight(i);
            }
        }
        float[][] shares = new float[starts.length][side];
        for (int t = 0; t < starts.length; t++) {
            for (int i = Math.max(0, -starts[t]); i < side && starts[t] + i < size; i++) {
                shares[t][i] = (float) (window.weight(i) / sums[starts[t] + i]);
            }
        }
        return shares;
    }

    /**
     * The shares of some tiles.
     *
     * @param tiles N tiles of the tiling
     * @return {@code [N * T * T]} in rows
     */
    float[] of(List<Tile> tiles) {
        int side = tiling.tile();
        float[] values = new float[tiles.size() * side * side];
        int i = 0;
        for (Tile tile : tiles) {
            float[] across = columns[index(tiling.columns(), tile.x())];
            float[] down = rows[index(tiling.rows(), tile.y())];
            for (float y : down) {
                for (float x : across) {
                    values[i++] = y * x;
                }
            }
        }
        return values;
    }

    private static int index(int[] starts, int start) {
        return Arrays.binarySearch(starts, start);
    }
}
