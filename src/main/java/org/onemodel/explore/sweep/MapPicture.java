/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import ij.process.FloatProcessor;
import java.util.List;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileBlender;
import org.onemodel.tile.Tiling;

/**
 * What a noise map looks like on its plane: each of its pixels a square, and the tiles blended as
 * their images are.
 *
 * @param tiling the tiles of the plane
 * @param map the values of a map for each of them, in order
 */
record MapPicture(Tiling tiling, NoiseMapValues map) {

    /** Beyond so many standard deviations from the mean, values are black or white. */
    private static final double DEVIATIONS = 3;

    /** A 32-bit picture of the plane's size, which shows the map in its own contrast. */
    FloatProcessor draw() {
        List<Tile> tiles = tiling.tiles();
        TileBlender blender = new TileBlender(tiling);
        for (int i = 0; i < tiles.size(); i++) {
            blender.add(tiles.get(i), enlarged(map.images()[i]), 0);
        }
        FloatProcessor picture =
                new FloatProcessor(tiling.width(), tiling.height(), blender.blend());
        var statistics = picture.getStatistics();
        double range = DEVIATIONS * statistics.stdDev;
        picture.setMinAndMax(
                Math.max(statistics.min, statistics.mean - range),
                Math.min(statistics.max, statistics.mean + range));
        return picture;
    }

    private float[] enlarged(float[] values) {
        int side = tiling.tile();
        float[] enlarged = new float[side * side];
        int i = 0;
        for (int y = 0; y < side; y++) {
            int row = y * map.height() / side * map.width();
            for (int x = 0; x < side; x++) {
                enlarged[i++] = values[row + x * map.width() / side];
            }
        }
        return enlarged;
    }
}
