/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.explore.generation.Draws;
import org.onemodel.tile.Tile;
import org.onemodel.tile.Tiling;

/**
 * Random noise maps for the tiles of a plane, normally distributed with mean 0 and deviation 1, as
 * generators are trained with.
 *
 * <p>Each map is a part of one field of random numbers that covers the plane in the map's
 * resolution, so that tiles have the same numbers where they overlap: exactly where the map's
 * pixels lie on the grid of tiles, and to the next pixel of the map elsewhere.
 */
final class PlaneNoise {

    private static final int FIRST_SEQUENCE = 1;

    private final Tiling tiling;
    private final int scale;
    private final int side;

    private PlaneNoise(Tiling tiling, int scale) {
        this.tiling = tiling;
        this.scale = scale;
        this.side = tiling.tile() / scale;
    }

    /**
     * Draws noise maps.
     *
     * @param decoder says how many maps there are and in which resolutions
     * @param tiling the plane's tiles, a multiple of the decoder's size
     * @param seed the same seed gives the same maps, on every machine
     * @return a map of all tiles for each layer that takes one, coarse to fine
     */
    static List<NoiseMapValues> of(Decoder decoder, Tiling tiling, long seed) {
        List<NoiseMapValues> maps = new ArrayList<>();
        for (int size : decoder.noiseMapSizes()) {
            int sequence = FIRST_SEQUENCE + maps.size();
            maps.add(new PlaneNoise(tiling, decoder.size() / size).draw(seed, sequence));
        }
        return maps;
    }

    private NoiseMapValues draw(long seed, int sequence) {
        int left = place(tiling.columns()[0]);
        int top = place(tiling.rows()[0]);
        int width = place(last(tiling.columns())) + side - left;
        int height = place(last(tiling.rows())) + side - top;
        float[] field = new Draws(seed, 0, height).normal(sequence, width); // row by row
        List<Tile> tiles = tiling.tiles();
        float[][] images = new float[tiles.size()][side * side];
        for (int i = 0; i < images.length; i++) {
            int from = (place(tiles.get(i).y()) - top) * width + place(tiles.get(i).x()) - left;
            for (int y = 0; y < side; y++) {
                System.arraycopy(field, from + y * width, images[i], y * side, side);
            }
        }
        return new NoiseMapValues(side, side, images);
    }

    /** The pixel of the map's field that is nearest to where a tile begins. */
    private int place(int pixel) {
        return Math.floorDiv(pixel + scale / 2, scale);
    }

    private static int last(int[] starts) {
        return Arrays.stream(starts).max().orElseThrow();
    }
}
