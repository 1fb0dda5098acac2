/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

/**
 * Multi-scale SSIM written once more from the paper: plain loops in double precision, a window of
 * two dimensions, one plane {@code [row][column]} in [0, 2] at a time.
 */
final class NaiveMsSsim {

    private static final double[] EXPONENTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    private NaiveMsSsim() {}

    static double of(double[][] x, double[][] y, int scales) {
        double sum = 0;
        for (int scale = 0; scale < scales; scale++) {
            sum += EXPONENTS[scale];
        }
        double product = 1;
        double[][] a = x;
        double[][] b = y;
        for (int scale = 0; scale < scales; scale++) {
            double similarity = similarity(a, b, scale == scales - 1);
            product *= Math.pow(Math.max(similarity, 1e-4), EXPONENTS[scale] / sum);
            a = halve(a);
            b = halve(b);
        }
        return product;
    }

    private static double[][] halve(double[][] x) {
        double[][] half = new double[x.length / 2][x[0].length / 2];
        for (int i = 0; i < half.length; i++) {
            for (int j = 0; j < half[i].length; j++) {
                half[i][j] =
                        (x[2 * i][2 * j]
                                        + x[2 * i][2 * j + 1]
                                        + x[2 * i + 1][2 * j]
                                        + x[2 * i + 1][2 * j + 1])
                                / 4;
            }
        }
        return half;
    }

    private static double similarity(double[][] x, double[][] y, boolean luminance) {
        double sum = 0;
        int height = x.length - 10;
        int width = x[0].length - 10;
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                sum += similarity(x, y, i, j, luminance);
            }
        }
        return sum / (height * width);
    }

    private static double similarity(
            double[][] x, double[][] y, int top, int left, boolean luminance) {
        double total = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < 11; i++) {
            for (int j = 0; j < 11; j++) {
                double weight = weight(i, j);
                total += weight;
                meanX += weight * x[top + i][left + j];
                meanY += weight * y[top + i][left + j];
            }
        }
        meanX /= total;
        meanY /= total;
        double varianceX = 0;
        double varianceY = 0;
        double covariance = 0;
        for (int i = 0; i < 11; i++) {
            for (int j = 0; j < 11; j++) {
                double weight = weight(i, j) / total;
                double dx = x[top + i][left + j] - meanX;
                double dy = y[top + i][left + j] - meanY;
                varianceX += weight * dx * dx;
                varianceY += weight * dy * dy;
                covariance += weight * dx * dy;
            }
        }
        double structure = (2 * covariance + 0.0036) / (varianceX + varianceY + 0.0036);
        double light = (2 * meanX * meanY + 0.0004) / (meanX * meanX + meanY * meanY + 0.0004);
        return luminance ? structure * light : structure;
    }

    private static double weight(int i, int j) {
        return Math.exp(-((i - 5) * (i - 5) + (j - 5) * (j - 5)) / 4.5);
    }
}
