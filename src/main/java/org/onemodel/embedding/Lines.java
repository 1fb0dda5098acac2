/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.embedding;

/** Values on straight lines between others. */
final class Lines {

    private Lines() {}

    /**
     * Values of several images between those of others.
     *
     * @param start {@code [N][]}
     * @param end of the same sizes
     * @param t from 0, the start itself, to 1, the end itself
     * @return the start, the end or {@code (1 - t) * start + t * end} in new arrays
     * @throws IllegalArgumentException if the sizes differ or t is outside [0, 1]
     */
    static float[][] between(float[][] start, float[][] end, double t) {
        if (!(t >= 0 && t <= 1)) {
            throw new IllegalArgumentException("t is " + t + "; expected 0 to 1.");
        }
        if (start.length != end.length) {
            throw new IllegalArgumentException(
                    "There are "
                            + start.length
                            + " images at the start of a line and "
                            + end.length
                            + " at its end.");
        }
        float[][] between = new float[start.length][];
        for (int i = 0; i < between.length; i++) {
            between[i] = between(start[i], end[i], t);
        }
        return between;
    }

    private static float[] between(float[] start, float[] end, double t) {
        if (start.length != end.length) {
            throw new IllegalArgumentException(
                    "There are "
                            + start.length
                            + " values at the start of a line and "
                            + end.length
                            + " at its end.");
        }
        if (t == 0 || t == 1) {
            return t == 0 ? start : end;
        }
        float[] between = new float[start.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = (float) ((1 - t) * start[i] + t * end[i]);
        }
        return between;
    }
}
