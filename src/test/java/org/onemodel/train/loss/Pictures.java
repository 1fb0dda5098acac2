/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;

/** Smooth images with noise, drawn from a seed, in [-1, 1]. */
final class Pictures {

    private Pictures() {}

    /** Values {@code [images, 3, height, width]}, row by row. */
    static float[] draw(long seed, int images, int height, int width, double noise) {
        Random random = new Random(seed);
        float[] values = new float[images * 3 * height * width];
        for (int i = 0; i < values.length; i++) {
            int plane = i / (height * width);
            double wave = Math.sin(i / width % height / 7.0 + plane) * Math.cos(i % width / 5.0);
            double value = 0.7 * wave + noise * random.nextGaussian();
            values[i] = (float) Math.max(-1, Math.min(1, value));
        }
        return values;
    }

    static NDArray tensor(NDManager manager, float[] values, int height, int width) {
        int images = values.length / (3 * height * width);
        return manager.create(values, new Shape(images, 3, height, width));
    }

    /** One channel as rows, in [0, 2]. */
    static double[][] plane(float[] values, int plane, int height, int width) {
        double[][] rows = new double[height][width];
        for (int i = 0; i < height * width; i++) {
            rows[i / width][i % width] = values[plane * height * width + i] + 1.0;
        }
        return rows;
    }
}
