/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

/**
 * One noise map of a plane in its own resolution.
 *
 * @param width columns of the map
 * @param height rows of the map
 * @param scale pixels of the plane that a pixel of the map covers, along each axis
 * @param values {@code [height * width]} in rows
 */
public record NoiseMap(int width, int height, int scale, float[] values) {

    /** The map in the resolution of a plane, each pixel as a square. */
    float[] enlarged(int planeWidth, int planeHeight) {
        float[] enlarged = new float[planeWidth * planeHeight];
        int i = 0;
        for (int y = 0; y < planeHeight; y++) {
            int row = y / scale * width;
            for (int x = 0; x < planeWidth; x++) {
                enlarged[i++] = values[row + x / scale];
            }
        }
        return enlarged;
    }
}
