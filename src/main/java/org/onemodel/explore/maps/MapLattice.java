/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import java.util.List;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.tile.BlendingWindow;
import org.onemodel.tile.Block;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * Where the pixels of a noise map lie on a plane.
 *
 * <p>Each pixel of a map covers a square of {@code scale} pixels. As neighbouring tiles start a
 * multiple of that apart, the maps of all tiles have their pixels on one lattice; but the plane may
 * begin and end within a square.
 *
 * @param tiling the tiles in the plane's pixels
 * @param scale pixels of the plane that a pixel of the map covers, along each axis
 * @param left column of the plane where the first column of squares begins, in (-scale, 0]
 * @param top row of the plane where the first row of squares begins
 * @param columns squares that the plane reaches into along x
 * @param rows squares that the plane reaches into along y
 */
record MapLattice(Tiling tiling, int scale, int left, int top, int columns, int rows) {

    /**
     * The lattice of a map.
     *
     * @param tiling the tiles of the plane
     * @param side columns of the map of one tile
     * @throws IllegalArgumentException if the tiles' maps do not lie on one lattice
     */
    static MapLattice of(Tiling tiling, int side) {
        int scale = tiling.tile() / side;
        if (scale * side != tiling.tile() || tiling.overlap() % scale != 0) {
            throw new IllegalArgumentException(
                    "The tiles of "
                            + tiling.tile()
                            + " pixels overlap by "
                            + tiling.overlap()
                            + ", so that their noise maps don't lie on one lattice; encode the"
                            + " image with an overlap that is a multiple of "
                            + scale
                            + ".");
        }
        int left = first(tiling.columns()[0], scale);
        int top = first(tiling.rows()[0], scale);
        return new MapLattice(
                tiling,
                scale,
                left,
                top,
                (tiling.width() - 1 - left) / scale + 1,
                (tiling.height() - 1 - top) / scale + 1);
    }

    private static int first(int tile, int scale) {
        return -Math.floorMod(-tile, scale);
    }

    /** The number of squares that the plane reaches into. */
    int size() {
        return Math.multiplyExact(columns, rows);
    }

    /** The pixels of the plane in a square. */
    Block square(int column, int row) {
        int x = Math.max(0, left + column * scale);
        int y = Math.max(0, top + row * scale);
        int right = Math.min(tiling.width(), left + (column + 1) * scale);
        int bottom = Math.min(tiling.height(), top + (row + 1) * scale);
        return new Block(x, y, right - x, bottom - y);
    }

    private int column(Tile tile) {
        return (tile.x() - left) / scale;
    }

    private int row(Tile tile) {
        return (tile.y() - top) / scale;
    }

    /**
     * The map of the plane: where tiles overlap, their maps are blended as their pixels are.
     *
     * @param map the maps of all tiles
     * @return {@code [rows * columns]} values
     */
    float[] blend(NoiseMapValues map) {
        int side = map.width();
        BlendingWindow window =
                new BlendingWindow(new Tiling(side, side, side, tiling.overlap() / scale));
        float[] sums = new float[size()];
        float[] weights = new float[size()];
        List<Tile> tiles = tiling.tiles();
        for (int t = 0; t < tiles.size(); t++) {
            float[] values = map.images()[t];
            int x0 = column(tiles.get(t));
            int y0 = row(tiles.get(t));
            for (int y = Math.max(0, -y0); y < Math.min(side, rows - y0); y++) {
                for (int x = Math.max(0, -x0); x < Math.min(side, columns - x0); x++) {
                    float weight = window.weight(x, y);
                    if (weight > 0) { // what is not trusted may be NaN
                        int to = (y0 + y) * columns + x0 + x;
                        sums[to] += weight * values[y * side + x];
                        weights[to] += weight;
                    }
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= weights[i];
        }
        return sums;
    }

    /**
     * Enlarges a map to the plane, each pixel as a square.
     *
     * @param map {@code [rows * columns]} values
     * @return {@code [height * width]} values of the plane
     */
    float[] enlarged(float[] map) {
        float[] enlarged = new float[Math.toIntExact(tiling.pixels())];
        int i = 0;
        for (int y = 0; y < tiling.height(); y++) {
            int row = (y - top) / scale * columns;
            for (int x = 0; x < tiling.width(); x++) {
                enlarged[i++] = map[row + (x - left) / scale];
            }
        }
        return enlarged;
    }

    /**
     * Changes the maps of all tiles where the map of the plane was changed. What a tile has outside
     * of the plane follows the pixel that it is the mirror image of.
     *
     * @param map the maps of all tiles
     * @param change the changes
     * @return new maps, or the same if nothing is changed
     */
    NoiseMapValues changed(NoiseMapValues map, MapChange change) {
        if (change.isEmpty()) {
            return map;
        }
        int side = map.width();
        List<Tile> tiles = tiling.tiles();
        float[][] images = new float[tiles.size()][];
        for (int t = 0; t < images.length; t++) {
            images[t] = map.images()[t].clone();
            int[] x = squares(column(tiles.get(t)), side, left, tiling.width());
            int[] y = squares(row(tiles.get(t)), side, top, tiling.height());
            for (int i = 0; i < side * side; i++) {
                int from = y[i / side] * columns + x[i % side];
                if (change.at().get(from)) {
                    images[t][i] = change.values()[from];
                }
            }
        }
        return map.with(images);
    }

    /** For each square of a tile along an axis, the one on the plane that it shows. */
    private int[] squares(int start, int count, int offset, int length) {
        int[] squares = new int[count];
        int last = (length - 1 - offset) / scale;
        for (int i = 0; i < count; i++) {
            int square = start + i;
            long middle = offset + (long) square * scale + scale / 2;
            boolean onPlane = square >= 0 && square <= last;
            squares[i] = onPlane ? square : (TileReader.mirror(middle, length) - offset) / scale;
        }
        return squares;
    }
}
