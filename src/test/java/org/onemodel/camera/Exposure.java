/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.Arrays;
import java.util.Random;
import org.onemodel.image.Plane;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSource;
import org.onemodel.testimages.Light;

/**
 * Drawn images of a camera whose noise is known: mean grey levels, and exposures of them.
 *
 * @param side columns and rows
 * @param mean grey levels without noise, {@code [side * side]} in rows
 */
record Exposure(int side, float[] mean) {

    /** Share of the pixels that get no light at all. */
    private static final double DARK = 0.3;

    private static final double BRIGHT = 0.998;

    /** Up to this mean, photons are counted one by one; above, their number is nearly Gaussian. */
    private static final double FEW_PHOTONS = 50;

    /** Cells of the given brightness on a background without light. */
    static Exposure cells(int side, long seed, double offset, double peak) {
        float[] light = Light.cells(side, side, seed);
        float[] sorted = light.clone();
        Arrays.sort(sorted);
        double dark = sorted[(int) (DARK * sorted.length)];
        double bright = sorted[(int) (BRIGHT * sorted.length)];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) (offset + peak * Math.max(0, light[i] - dark) / (bright - dark));
        }
        return new Exposure(side, light);
    }

    /** Cells with the haze of their surroundings everywhere, so that nothing is dark. */
    static Exposure hazyCells(int side, long seed, double offset, double peak) {
        float[] light = Light.cells(side, side, seed);
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) (offset + peak * (0.2 + light[i]));
        }
        return new Exposure(side, light);
    }

    /** A bright section with texture nearly everywhere. */
    static Exposure tissue(int side, long seed, double offset, double peak) {
        float[] light = Light.tissue(side, side, seed);
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) (offset + peak * light[i]);
        }
        return new Exposure(side, light);
    }

    /** The same sample with other light and another offset. */
    Exposure withLight(double factor, double offset, double newOffset) {
        float[] other = mean.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = (float) (newOffset + factor * (other[i] - offset));
        }
        return new Exposure(side, other);
    }

    /** One noisy exposure, not rounded. */
    float[] expose(CameraNoise noise, long seed) {
        Random random = new Random(seed);
        float[] values = mean.clone();
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (noise.gain() > 0) {
                double photons = (value - noise.offset()) / noise.gain();
                value = noise.offset() + noise.gain() * count(photons, random);
            }
            values[i] = (float) (value + noise.readNoise() * random.nextGaussian());
        }
        return values;
    }

    private static double count(double mean, Random random) {
        if (mean > FEW_PHOTONS) {
            return Math.rint(mean + Math.sqrt(mean) * random.nextGaussian());
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    /** Whole numbers from 0 to the largest that a camera writes. */
    static float[] digitised(float[] values, int largest) {
        float[] whole = values.clone();
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (float) Math.max(0, Math.min(largest, Math.rint(whole[i])));
        }
        return whole;
    }

    /** Grey levels without noise at percentiles 1, 3, … 99. */
    double[] levels() {
        float[] sorted = mean.clone();
        Arrays.sort(sorted);
        double[] levels = new double[50];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = sorted[(int) ((2 * k + 1) / 100.0 * sorted.length)];
        }
        return levels;
    }

    static Planes planes(int width, float[]... planes) {
        int height = planes[0].length / width;
        return new Planes() {
            @Override
            public int width() {
                return width;
            }

            @Override
            public int height() {
                return height;
            }

            @Override
            public int count() {
                return planes.length;
            }

            @Override
            public RowSource rows(int index) {
                return new Plane(width, height, new float[][] {planes[index].clone()}).rows();
            }
        };
    }
}
