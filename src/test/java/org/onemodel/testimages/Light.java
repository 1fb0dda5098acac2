/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

/** The drawn scenes as light before any camera, for tests that expose them themselves. */
public final class Light {

    private static final double FOCUS_MICRONS = 1.3;

    private Light() {}

    /**
     * Fluorescent cells with haze between them.
     *
     * @param width columns
     * @param height rows
     * @param seed another seed gives other cells
     * @return {@code [width * height]} in rows, at least 0, bright structures about 1
     */
    public static float[] cells(int width, int height, long seed) {
        return new CellScene(width, height, seed).focus(FOCUS_MICRONS).values;
    }

    /**
     * A stained section in transmitted light, its green channel.
     *
     * @param width columns
     * @param height rows
     * @param seed another seed gives other tissue
     * @return {@code [width * height]} in rows, from 0 to 1
     */
    public static float[] tissue(int width, int height, long seed) {
        float[] green = new TissueScene(width, height, seed).image()[1];
        for (int i = 0; i < green.length; i++) {
            green[i] /= 255;
        }
        return green;
    }
}
