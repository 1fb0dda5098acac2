/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onemodel.restore.TileLayout;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * The tiles of a plane on a grid on which the pixels of all noise maps lie, and the same tiles in
 * the resolution of each map.
 *
 * <p>The coarsest map has 4 pixels per S; a tiling halves overlap and surplus. So plane and overlap
 * are enlarged to multiples of S / 2: then every tile starts at a pixel of every map.
 */
final class MapGrid {

    private final int size;
    private final int width;
    private final int height;
    private final Tiling tiling;

    MapGrid(TileLayout layout, int width, int height) {
        this.size = layout.size();
        this.width = width;
        this.height = height;
        int unit = size / 2;
        this.tiling =
                new Tiling(
                        enlarged(width, unit),
                        enlarged(height, unit),
                        layout.tile(),
                        enlarged(layout.overlap(), unit));
    }

    private static int enlarged(int length, int unit) {
        return Math.toIntExact(((long) length + unit - 1) / unit * unit);
    }

    /** The tiles in the plane's resolution. */
    Tiling tiling() {
        return tiling;
    }

    /** The same tiles in the resolution of a map with {@code side} pixels per S. */
    Tiling tiling(int side) {
        return new Tiling(
                scaled(tiling.width(), side),
                scaled(tiling.height(), side),
                scaled(tiling.tile(), side),
                scaled(tiling.overlap(), side));
    }

    /** From the tiles in the plane's resolution to those in a map's. */
    Map<Tile, Tile> tilesOf(int side) {
        List<Tile> fine = tiling.tiles();
        List<Tile> coarse = tiling(side).tiles();
        Map<Tile, Tile> tiles = new HashMap<>();
        for (int i = 0; i < fine.size(); i++) {
            tiles.put(fine.get(i), coarse.get(i));
        }
        return tiles;
    }

    private int scaled(int length, int side) {
        return length / (size / side);
    }

    /** The channels of the plane, mirrored at the right and at the bottom to the grid's size. */
    float[][] padded(float[][] channels) {
        if (width == tiling.width() && height == tiling.height()) {
            return channels;
        }
        float[][] padded = new float[channels.length][tiling.width() * tiling.height()];
        for (int c = 0; c < channels.length; c++) {
            int i = 0;
            for (int y = 0; y < tiling.height(); y++) {
                int row = TileReader.mirror(y, height) * width;
                for (int x = 0; x < tiling.width(); x++) {
                    padded[c][i++] = channels[c][row + TileReader.mirror(x, width)];
                }
            }
        }
        return padded;
    }

    /** The part of a blended map that lies on the plane. */
    NoiseMap cropped(int side, float[] values) {
        int scale = size / side;
        int columns = (width + scale - 1) / scale;
        int rows = (height + scale - 1) / scale;
        float[] cropped = new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            int from = y * scaled(tiling.width(), side);
            System.arraycopy(values, from, cropped, y * columns, columns);
        }
        return new NoiseMap(columns, rows, scale, cropped);
    }
}
