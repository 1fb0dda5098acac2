/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.process.ImageProcessor;

/** Whole planes in the values that 32-bit results have. */
final class FloatPixels {

    private FloatPixels() {}

    /**
     * Reads a plane, whole even where a region is chosen.
     *
     * @param planes the planes
     * @param index which of them
     * @return {@code [channels][height * width]} values, a copy; calibrated if there is a function
     */
    static float[][] of(ImagePlanes planes, int index) {
        ImageProcessor slice = planes.slice(index);
        int pixels = slice.getWidth() * slice.getHeight();
        float[][] values = new float[planes.channelsPerPlane()][pixels];
        planes.type().read(slice, 0, pixels, values, 0);
        CalibratedValues calibrated = new CalibratedValues(planes.image());
        if (calibrated.isCalibrated()) {
            for (int i = 0; i < pixels; i++) {
                values[0][i] = calibrated.of(values[0][i]);
            }
        }
        return values;
    }
}
