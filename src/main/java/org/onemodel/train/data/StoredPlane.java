/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * A decoded plane.
 *
 * @param width columns
 * @param height rows
 * @param pixels its values, row by row
 */
record StoredPlane(int width, int height, Pixels pixels) {

    /** A plane as it is. */
    static StoredPlane of(ImageProcessor plane) {
        return new StoredPlane(plane.getWidth(), plane.getHeight(), Pixels.of(plane));
    }

    /**
     * A plane resized to a square whatever its aspect: averages over areas where it shrinks,
     * bilinear interpolation where it grows.
     *
     * @param plane the plane, which is not changed
     * @param side side of the square
     */
    static StoredPlane resized(ImageProcessor plane, int side) {
        int channels = plane instanceof ColorProcessor ? 3 : 1;
        float[][] values = new float[channels][];
        for (int c = 0; c < channels; c++) {
            // Floats, as averages of bytes are no bytes.
            FloatProcessor channel = plane.toFloat(c, null);
            channel.setInterpolationMethod(ImageProcessor.BILINEAR);
            values[c] = (float[]) channel.resize(side, side, true).getPixels();
        }
        return new StoredPlane(side, side, new Pixels.Floats(values));
    }
}
