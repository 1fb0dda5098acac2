/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

/**
 * The weight of each pixel of a tile when tiles are blended: the product of a weight along x and
 * the same weight along y.
 *
 * <p>Along an axis, the outermost quarter of the overlap weighs 0, because the values there depend
 * on what a network pads with. Then the weight rises over half the overlap as a raised cosine,
 * {@code (1 - cos(pi * t)) / 2}, to 1. Two neighbours that overlap by {@code overlap} pixels add up
 * to 1 everywhere.
 */
public final class BlendingWindow {

    private final float[] weights;

    /**
     * The window of the tiles of a tiling.
     *
     * @param tiling gives the side of a tile and the overlap
     */
    public BlendingWindow(Tiling tiling) {
        int side = tiling.tile();
        int overlap = tiling.overlap();
        int untrusted = tiling.untrusted();
        int ramp = overlap - 2 * untrusted;
        weights = new float[side];
        for (int i = 0; i < side; i++) {
            int fromEdge = Math.min(i, side - 1 - i);
            weights[i] = rise(fromEdge - untrusted, ramp);
        }
    }

    private static float rise(int step, int ramp) {
        if (step < 0) {
            return 0;
        }
        if (step >= ramp) {
            return 1;
        }
        return (float) (0.5 - 0.5 * Math.cos(Math.PI * (step + 0.5) / ramp));
    }

    /**
     * Weight along one axis.
     *
     * @param position position in the tile, from 0 to the tile's side minus 1
     * @return a weight in [0, 1]
     */
    public float weight(int position) {
        return weights[position];
    }

    /**
     * Weight of a pixel of the tile.
     *
     * @param x column in the tile
     * @param y row in the tile
     * @return a weight in [0, 1]
     */
    public float weight(int x, int y) {
        return weights[x] * weights[y];
    }

    /**
     * Sum of the weights along one axis at each pixel of the plane.
     *
     * @param starts first pixel of each tile along the axis
     * @param size length of the axis in pixels
     * @return {@code [size]} sums
     */
    float[] sums(int[] starts, int size) {
        float[] sums = new float[size];
        for (int start : starts) {
            int from = Math.max(0, -start);
            int to = (int) Math.min(weights.length, (long) size - start);
            for (int i = from; i < to; i++) {
                sums[start + i] += weights[i];
            }
        }
        return sums;
    }
}
