/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

/** What the metrics demand of the images they compare. */
final class Checks {

    private Checks() {}

    static void dataRange(double dataRange) {
        if (!(dataRange > 0) || Double.isInfinite(dataRange)) {
            throw new IllegalArgumentException(
                    "The data range must be a positive number such as 255, not " + dataRange + ".");
        }
    }

    static void sameChannels(float[][] reference, float[][] image) {
        if (reference.length == 0 || reference.length != image.length) {
            throw new IllegalArgumentException(
                    "Images to compare need the same number of channels, at least one:"
                            + " the reference has "
                            + reference.length
                            + ", the image has "
                            + image.length
                            + ".");
        }
    }

    static void sameLength(float[] reference, float[] image) {
        if (reference.length == 0 || reference.length != image.length) {
            throw new IllegalArgumentException(
                    "Images to compare need the same number of pixels, at least one:"
                            + " the reference has "
                            + reference.length
                            + ", the image has "
                            + image.length
                            + ".");
        }
    }

    static void size(float[] plane, int width, int height) {
        if (width < 1 || height < 1 || (long) width * height != plane.length) {
            throw new IllegalArgumentException(
                    "A plane of "
                            + width
                            + " x "
                            + height
                            + " pixels cannot have "
                            + plane.length
                            + " values; pass its true width and height.");
        }
    }
}
