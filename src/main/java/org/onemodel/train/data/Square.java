/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.SplittableRandom;

/**
 * A square part of a plane, flipped and turned.
 *
 * @param x left column
 * @param y upper row
 * @param side columns and rows
 * @param symmetry one of the eight symmetries of the square: bit 0 flips x, bit 1 flips y, bit 2
 *     transposes
 */
record Square(int x, int y, int side, int symmetry) {

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    static Square random(int width, int height, int side, boolean flips, SplittableRandom random) {
        int x = random.nextInt(width - side + 1);
        int y = random.nextInt(height - side + 1);
        return new Square(x, y, side, flips ? random.nextInt(8) : 0);
    }

    static Square centre(int width, int height, int side) {
        return new Square((width - side) / 2, (height - side) / 2, side, 0);
    }

    /**
     * Cuts the square out.
     *
     * @param plane the plane
     * @param map from its grey values to [-1, 1]
     * @param grey whether colours are turned to grey (luma of ITU-R BT.601)
     * @return {@code [3, side, side]}; grey planes in three equal channels
     */
    float[] cut(StoredPlane plane, GreyMap map, boolean grey) {
        int area = side * side;
        float[] sample = new float[3 * area];
        int channels = plane.pixels().channels();
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < side; row++) {
                copyRow(plane, c, row, sample, c * area + row * side);
            }
        }
        if (grey && channels == 3) {
            for (int i = 0; i < area; i++) {
                sample[i] =
                        RED * sample[i] + GREEN * sample[area + i] + BLUE * sample[2 * area + i];
            }
        }
        boolean equalChannels = grey || channels == 1;
        map.apply(sample, 0, equalChannels ? area : 3 * area);
        if (equalChannels) {
            Channels.repeatFirst(sample);
        }
        return sample;
    }

    private void copyRow(StoredPlane plane, int channel, int row, float[] sample, int at) {
        int first = (symmetry & 1) == 0 ? 0 : side - 1;
        int direction = (symmetry & 1) == 0 ? 1 : -1;
        int across = (symmetry & 2) == 0 ? row : side - 1 - row;
        boolean transposed = (symmetry & 4) != 0;
        int start =
                transposed
                        ? (y + first) * plane.width() + x + across
                        : (y + across) * plane.width() + x + first;
        int step = transposed ? direction * plane.width() : direction;
        plane.pixels().copy(channel, start, step, sample, at, side);
    }
}
