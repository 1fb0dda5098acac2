/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.Arrays;

/**
 * A plane whose NaN and infinite pixels, its holes, are filled from the finite values around them,
 * as one NaN would spread over a whole tile in a network.
 *
 * <p>A hole gets a mean of the finite values at most {@value #RADIUS} pixels away, weighted with
 * 1/distance² (normalised convolution); the farther inside a large hole, the more it is the {@link
 * CoarseMeans} of the wider neighbourhood, which enter with a small weight of their own. So holes
 * continue their surroundings without an edge, and a row has the same values however it is read.
 */
final class FilledRows implements RowSource {

    private static final int RADIUS = 3;
    private static final double WEIGHT_OF_COARSE = 0.05;

    private final RowSource plane;
    private final CoarseMeans[] means;

    private FilledRows(RowSource plane, CoarseMeans[] means) {
        this.plane = plane;
        this.means = means;
    }

    /**
     * Reads the plane once to find its holes.
     *
     * @param plane a plane
     * @return the plane itself if it has no holes
     */
    static RowSource of(RowSource plane) {
        CoarseMeans[] means = new CoarseMeans[plane.channels()];
        Arrays.setAll(means, c -> new CoarseMeans(plane.width(), plane.height()));
        boolean[] holes = new boolean[1];
        RowBands.forEach(
                plane,
                (y, rows, values) -> {
                    for (int c = 0; c < means.length; c++) {
                        holes[0] |= add(values[c], y, rows, plane.width(), means[c]);
                    }
                });
        if (!holes[0]) {
            return plane;
        }
        for (CoarseMeans channel : means) {
            channel.fillEmpty();
        }
        return new FilledRows(plane, means);
    }

    private static boolean add(float[] values, int y, int rows, int width, CoarseMeans means) {
        boolean holes = false;
        for (int i = 0; i < rows * width; i++) {
            if (Float.isFinite(values[i])) {
                means.add(i % width, y + i / width, values[i]);
            } else {
                holes = true;
            }
        }
        return holes;
    }

    @Override
    public int width() {
        return plane.width();
    }

    @Override
    public int height() {
        return plane.height();
    }

    @Override
    public int channels() {
        return plane.channels();
    }

    @Override
    public void read(int y, int rows, float[][] target) {
        int top = Math.max(0, y - RADIUS);
        int bottom = Math.min(height(), y + rows + RADIUS);
        float[][] around = new float[channels()][(bottom - top) * width()];
        plane.read(top, bottom - top, around);
        for (int c = 0; c < channels(); c++) {
            for (int i = 0; i < rows * width(); i++) {
                float value = around[c][(y - top) * width() + i];
                target[c][i] =
                        Float.isFinite(value)
                                ? value
                                : filled(around[c], top, i % width(), y + i / width(), means[c]);
            }
        }
    }

    private float filled(float[] around, int top, int x, int y, CoarseMeans coarse) {
        double sum = WEIGHT_OF_COARSE * coarse.at(x, y);
        double weights = WEIGHT_OF_COARSE;
        int bottom = top + around.length / width();
        for (int v = Math.max(top, y - RADIUS); v < Math.min(bottom, y + RADIUS + 1); v++) {
            for (int u = Math.max(0, x - RADIUS); u < Math.min(width(), x + RADIUS + 1); u++) {
                float value = around[(v - top) * width() + u];
                if (Float.isFinite(value)) {
                    double weight = 1.0 / ((u - x) * (u - x) + (v - y) * (v - y));
                    sum += weight * value;
                    weights += weight;
                }
            }
        }
        return (float) (sum / weights);
    }
}
