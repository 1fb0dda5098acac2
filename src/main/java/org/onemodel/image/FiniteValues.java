/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** Refuses NaN and infinite pixels where they are of no use: in training, and in results. */
final class FiniteValues {

    private FiniteValues() {}

    /**
     * Checks all channels of a plane.
     *
     * @param plane the plane
     * @param where the plane's name, which starts the message, such as "Slice 3 of 'cells.tif'"
     * @param remedy what to do, which ends the message
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    static void check(Plane plane, String where, String remedy) {
        long count = 0;
        int first = -1;
        for (float[] values : plane.channels()) {
            for (int i = 0; i < values.length; i++) {
                if (!Float.isFinite(values[i])) {
                    first = count == 0 ? i : first;
                    count++;
                }
            }
        }
        if (count > 0) {
            throw new IllegalArgumentException(
                    where
                            + " has "
                            + count
                            + " NaN or infinite "
                            + (count == 1 ? "pixel, at x=" : "pixels, the first at x=")
                            + first % plane.width()
                            + ", y="
                            + first / plane.width()
                            + "; "
                            + remedy);
        }
    }

    /**
     * What to throw if a result has a pixel that is no number where the input has one.
     *
     * @param name what the plane is called
     * @param x its column
     * @param y its row
     * @return one sentence
     */
    static IllegalArgumentException broken(String name, int x, int y) {
        return new IllegalArgumentException(
                name
                        + " has a NaN or infinite pixel at x="
                        + x
                        + ", y="
                        + y
                        + "; check the model, or try it on the CPU.");
    }
}
