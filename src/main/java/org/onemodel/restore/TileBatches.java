/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.ArrayList;
import java.util.List;
import org.onemodel.tile.Tile;
import org.onemodel.tile.Tiling;

/** Which tiles of a plane are computed at a time: whole rows of tiles, as full batches allow. */
public final class TileBatches {

    private TileBatches() {}

    /**
     * How many rows of tiles are computed before their pixels are passed on.
     *
     * @param batch tiles at a time
     * @param columns tiles in a row
     * @return at least 1
     */
    static int rowsAtATime(int batch, int columns) {
        return Math.max(1, batch / columns); // full batches
    }

    /**
     * The batches of a whole plane.
     *
     * @param tiling the plane's
     * @param batch tiles at a time, at most
     * @return all tiles in order, each in one batch
     */
    public static List<List<Tile>> of(Tiling tiling, int batch) {
        List<Tile> tiles = tiling.tiles();
        int columns = tiling.columns().length;
        int group = rowsAtATime(batch, columns) * columns;
        List<List<Tile>> batches = new ArrayList<>();
        for (int from = 0; from < tiles.size(); from += group) {
            int end = Math.min(from + group, tiles.size());
            for (int i = from; i < end; i += batch) {
                batches.add(tiles.subList(i, Math.min(i + batch, end)));
            }
        }
        return batches;
    }
}
