/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import java.util.ArrayList;
import java.util.List;

/**
 * LPIPS with SqueezeNet 1.1, written once more from the definition: plain loops in double
 * precision, one pair of images {@code [channel][row][column]} at a time.
 */
final class NaiveSqueezeLpips {

    private static final double[] SHIFT = {-.030, -.088, -.188};
    private static final double[] SCALE = {.458, .448, .450};

    private final LpipsWeights weights;

    NaiveSqueezeLpips(LpipsWeights weights) {
        this.weights = weights;
    }

    double distance(double[][][] x, double[][][] y) {
        List<double[][][]> xs = features(x);
        List<double[][][]> ys = features(y);
        double sum = 0;
        for (int layer = 0; layer < xs.size(); layer++) {
            float[] weight = weights.get("lin" + layer + ".model.1.weight").values();
            sum += distance(xs.get(layer), ys.get(layer), weight);
        }
        return sum;
    }

    private static double distance(double[][][] x, double[][][] y, float[] weight) {
        int height = x[0].length;
        int width = x[0][0].length;
        double sum = 0;
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                double xLength = length(x, i, j) + 1e-10;
                double yLength = length(y, i, j) + 1e-10;
                for (int c = 0; c < x.length; c++) {
                    double difference = x[c][i][j] / xLength - y[c][i][j] / yLength;
                    sum += weight[c] * difference * difference;
                }
            }
        }
        return sum / (height * width);
    }

    private static double length(double[][][] x, int i, int j) {
        double sum = 0;
        for (double[][] channel : x) {
            sum += channel[i][j] * channel[i][j];
        }
        return Math.sqrt(sum);
    }

    private List<double[][][]> features(double[][][] image) {
        double[][][] x = new double[3][image[0].length][image[0][0].length];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < x[c].length; i++) {
                for (int j = 0; j < x[c][i].length; j++) {
                    x[c][i][j] = (image[c][i][j] - SHIFT[c]) / SCALE[c];
                }
            }
        }
        List<double[][][]> taps = new ArrayList<>();
        x = convolutionAndRelu(x, "features.0", 2, 0);
        taps.add(x);
        x = fire(fire(pool(x), 3), 4);
        taps.add(x);
        x = fire(fire(pool(x), 6), 7);
        taps.add(x);
        x = pool(x);
        for (int layer = 9; layer <= 12; layer++) {
            x = fire(x, layer);
            taps.add(x);
        }
        return taps;
    }

    private double[][][] fire(double[][][] x, int layer) {
        String name = "features." + layer;
        double[][][] squeezed = convolutionAndRelu(x, name + ".squeeze", 1, 0);
        double[][][] one = convolutionAndRelu(squeezed, name + ".expand1x1", 1, 0);
        double[][][] three = convolutionAndRelu(squeezed, name + ".expand3x3", 1, 1);
        double[][][] both = new double[one.length + three.length][][];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(three, 0, both, one.length, three.length);
        return both;
    }

    /** Windows of 3 × 3, two pixels apart, until every pixel lies in one. */
    private static double[][][] pool(double[][][] x) {
        int height = (x[0].length - 2) / 2 + 1;
        int width = (x[0][0].length - 2) / 2 + 1;
        double[][][] y = new double[x.length][height][width];
        for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double largest = Double.NEGATIVE_INFINITY;
                    for (int row = 2 * i; row < Math.min(2 * i + 3, x[c].length); row++) {
                        for (int col = 2 * j; col < Math.min(2 * j + 3, x[c][0].length); col++) {
                            largest = Math.max(largest, x[c][row][col]);
                        }
                    }
                    y[c][i][j] = largest;
                }
            }
        }
        return y;
    }

    private double[][][] convolutionAndRelu(double[][][] x, String name, int stride, int padding) {
        float[] weight = weights.get(name + ".weight").values();
        float[] bias = weights.get(name + ".bias").values();
        int kernel = (int) weights.get(name + ".weight").shape()[2];
        int height = (x[0].length + 2 * padding - kernel) / stride + 1;
        int width = (x[0][0].length + 2 * padding - kernel) / stride + 1;
        double[][][] y = new double[bias.length][height][width];
        for (int o = 0; o < bias.length; o++) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double sum = bias[o];
                    for (int c = 0; c < x.length; c++) {
                        for (int a = 0; a < kernel; a++) {
                            for (int b = 0; b < kernel; b++) {
                                double value =
                                        at(
                                                x[c],
                                                i * stride + a - padding,
                                                j * stride + b - padding);
                                sum +=
                                        value
                                                * weight[
                                                        ((o * x.length + c) * kernel + a) * kernel
                                                                + b];
                            }
                        }
                    }
                    y[o][i][j] = Math.max(0, sum);
                }
            }
        }
        return y;
    }

    private static double at(double[][] plane, int row, int column) {
        boolean inside = row >= 0 && row < plane.length && column >= 0 && column < plane[0].length;
        return inside ? plane[row][column] : 0;
    }
}
