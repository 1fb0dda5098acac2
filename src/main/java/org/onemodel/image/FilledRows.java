/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * A plane, or a part of one, whose holes are filled.
 *
 * <p>A hole gets a mean of the finite values at most {@value HoleFilling#RADIUS} pixels away,
 * weighted with 1/distance² (normalised convolution); the farther inside a large hole, the more it
 * is the {@link CoarseMeans} of the wider neighbourhood, which enter with a small weight of their
 * own. So holes continue their surroundings without an edge, and a pixel has the same value however
 * it is read.
 *
 * @param plane the values as they are
 * @param filling has the means of the whole plane
 * @param left first column that can be read
 * @param top first row that can be read
 * @param right the column behind the last that can be read
 * @param bottom the row behind the last that can be read
 */
record FilledRows(RowSource plane, HoleFilling filling, int left, int top, int right, int bottom)
        implements RowSource {

    private static final int RADIUS = HoleFilling.RADIUS;
    private static final double WEIGHT_OF_COARSE = 0.05;

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
        read(0, y, width(), rows, target);
    }

    @Override
    public void read(int x, int y, int columns, int rows, float[][] target) {
        plane.read(x, y, columns, rows, target);
        if (hasHoles(target, rows * columns)) {
            fill(x, y, columns, rows, target);
        }
    }

    private static boolean hasHoles(float[][] values, int length) {
        for (float[] channel : values) {
            for (int i = 0; i < length; i++) {
                if (!Float.isFinite(channel[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    private void fill(int x, int y, int columns, int rows, float[][] target) {
        Plane around = around(x, y, columns, rows);
        int fromX = x - Math.max(left, x - RADIUS);
        int fromY = y - Math.max(top, y - RADIUS);
        CoarseMeans[] means = filling.means();
        for (int c = 0; c < channels(); c++) {
            for (int i = 0; i < rows * columns; i++) {
                if (!Float.isFinite(target[c][i])) {
                    int u = i % columns;
                    int v = i / columns;
                    double coarse = means[c].at(x + u, y + v);
                    target[c][i] = filled(around, c, fromX + u, fromY + v, coarse);
                }
            }
        }
    }

    private Plane around(int x, int y, int columns, int rows) {
        int fromX = Math.max(left, x - RADIUS);
        int fromY = Math.max(top, y - RADIUS);
        int toX = Math.min(right, x + columns + RADIUS);
        int toY = Math.min(bottom, y + rows + RADIUS);
        return PlanePart.of(plane, fromX, fromY, toX - fromX, toY - fromY).part();
    }

    private static float filled(Plane around, int channel, int x, int y, double coarse) {
        float[] values = around.channels()[channel];
        int width = around.width();
        double sum = WEIGHT_OF_COARSE * coarse;
        double weights = WEIGHT_OF_COARSE;
        for (int v = Math.max(0, y - RADIUS); v < Math.min(around.height(), y + RADIUS + 1); v++) {
            for (int u = Math.max(0, x - RADIUS); u < Math.min(width, x + RADIUS + 1); u++) {
                float value = values[v * width + u];
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
