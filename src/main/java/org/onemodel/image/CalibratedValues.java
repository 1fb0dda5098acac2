/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.ImagePlus;

/**
 * The calibrated values of an 8-bit or 16-bit image with a calibration function, for 32-bit
 * results, which ImageJ gives no function.
 *
 * <p>Whole grey values map to what ImageJ shows for them; between two the values are interpolated,
 * and beyond the ends of the range the line goes on. Without a function, values stay as they are.
 */
final class CalibratedValues {

    /** Calibrated value of each grey value; null without a function. */
    private final float[] table;

    /**
     * The calibrated values of an image.
     *
     * @param image the image
     */
    CalibratedValues(ImagePlus image) {
        int depth = image.getBitDepth();
        boolean calibrated = image.getCalibration().calibrated() && (depth == 8 || depth == 16);
        table = calibrated ? image.getCalibration().getCTable() : null;
    }

    /** Whether values change. */
    boolean isCalibrated() {
        return table != null;
    }

    /** The calibrated value of a grey value, which need not be whole. */
    float of(double grey) {
        if (table == null) {
            return (float) grey;
        }
        int below = (int) Math.max(0, Math.min(table.length - 2, Math.floor(grey)));
        double step = (double) table[below + 1] - table[below];
        return (float) (table[below] + (grey - below) * step);
    }
}
