/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import java.util.Arrays;

/**
 * Structural similarity, mean over the image (Wang, Bovik, Sheikh and Simoncelli, "Image quality
 * assessment: from error visibility to structural similarity", 2004).
 *
 * <p>Gaussian window of 11 x 11 pixels with σ = 1.5, K = (0.01, 0.03), population covariance, and
 * the mean over the pixels whose window lies inside the image: the conventions of scikit-image's
 * {@code structural_similarity(gaussian_weights=True, sigma=1.5, use_sample_covariance=False)}.
 * Values are taken as they are; clip a restored image first if its file would be clipped.
 *
 * <p>Planes are {@code float[width * height]}, row by row; a colour image is {@code
 * float[channels][width * height]}, and its SSIM is the mean over its channels. Eleven rows of four
 * moments are all the memory needed. All methods are thread-safe.
 */
public final class Ssim {

    /** Side of the window in pixels; images must not be smaller. */
    public static final int WINDOW = 11;

    private static final double SIGMA = 1.5;
    private static final double K1 = 0.01;
    private static final double K2 = 0.03;
    private static final double[] KERNEL = gaussian();

    /** The window's weighted means of x, y, x² + y² and xy. */
    private static final int MOMENTS = 4;

    private Ssim() {}

    /**
     * SSIM of a grey image with values in [0, 255].
     *
     * @param reference the true image, {@code [width * height]}
     * @param image the image to judge, of the same size
     * @param width in pixels, at least 11
     * @param height in pixels, at least 11
     * @return mean SSIM, 1 for equal images
     */
    public static double of(float[] reference, float[] image, int width, int height) {
        return of(reference, image, width, height, Psnr.DEFAULT_DATA_RANGE);
    }

    /**
     * SSIM of a grey image.
     *
     * @param reference the true image, {@code [width * height]}
     * @param image the image to judge, of the same size
     * @param width in pixels, at least 11
     * @param height in pixels, at least 11
     * @param dataRange largest minus smallest possible grey value, greater than zero
     * @return mean SSIM, 1 for equal images
     * @throws IllegalArgumentException if sizes differ, the image is smaller than the window, or
     *     the range is not positive
     */
    public static double of(
            float[] reference, float[] image, int width, int height, double dataRange) {
        Checks.dataRange(dataRange);
        Checks.sameLength(reference, image);
        Checks.size(reference, width, height);
        if (width < WINDOW || height < WINDOW) {
            throw new IllegalArgumentException(
                    "SSIM needs images of at least 11 x 11 pixels, but this one has "
                            + width
                            + " x "
                            + height
                            + "; use PSNR for images this small.");
        }
        double c1 = K1 * dataRange * (K1 * dataRange);
        double c2 = K2 * dataRange * (K2 * dataRange);
        int validWidth = width - WINDOW + 1;
        double[][][] recentRows = new double[WINDOW][MOMENTS][validWidth];
        double[][] products = new double[MOMENTS][width];
        double[][] means = new double[MOMENTS][validWidth];
        double sum = 0;
        for (int y = 0; y < height; y++) {
            multiply(reference, image, y * width, products);
            for (int m = 0; m < MOMENTS; m++) {
                filterRow(products[m], recentRows[y % WINDOW][m]);
            }
            if (y >= WINDOW - 1) {
                filterColumns(recentRows, y + 1, means);
                sum += sumOfRow(means, c1, c2);
            }
        }
        return sum / validWidth / (height - WINDOW + 1);
    }

    /**
     * Mean over the channels of a colour image with values in [0, 255].
     *
     * @param reference the true image, {@code [channels][width * height]}
     * @param image the image to judge, of the same shape
     * @param width in pixels, at least 11
     * @param height in pixels, at least 11
     * @return mean SSIM, 1 for equal images
     */
    public static double ofChannels(float[][] reference, float[][] image, int width, int height) {
        return ofChannels(reference, image, width, height, Psnr.DEFAULT_DATA_RANGE);
    }

    /**
     * Mean over the channels of a colour image.
     *
     * @param reference the true image, {@code [channels][width * height]}
     * @param image the image to judge, of the same shape
     * @param width in pixels, at least 11
     * @param height in pixels, at least 11
     * @param dataRange largest minus smallest possible grey value, greater than zero
     * @return mean SSIM, 1 for equal images
     * @throws IllegalArgumentException if shapes differ, the image is smaller than the window, or
     *     the range is not positive
     */
    public static double ofChannels(
            float[][] reference, float[][] image, int width, int height, double dataRange) {
        Checks.sameChannels(reference, image);
        double sum = 0;
        for (int c = 0; c < reference.length; c++) {
            sum += of(reference[c], image[c], width, height, dataRange);
        }
        return sum / reference.length;
    }

    private static void multiply(float[] reference, float[] image, int start, double[][] products) {
        for (int x = 0; x < products[0].length; x++) {
            double a = reference[start + x];
            double b = image[start + x];
            products[0][x] = a;
            products[1][x] = b;
            products[2][x] = a * a + b * b;
            products[3][x] = a * b;
        }
    }

    private static void filterRow(double[] row, double[] filtered) {
        Arrays.fill(filtered, 0);
        for (int k = 0; k < WINDOW; k++) {
            double weight = KERNEL[k];
            for (int x = 0; x < filtered.length; x++) {
                filtered[x] += weight * row[x + k];
            }
        }
    }

    /** The kernel is symmetric, so that only the age of a row counts. */
    private static void filterColumns(double[][][] recentRows, int oldest, double[][] means) {
        for (int m = 0; m < MOMENTS; m++) {
            double[] mean = means[m];
            Arrays.fill(mean, 0);
            for (int k = 0; k < WINDOW; k++) {
                double weight = KERNEL[k];
                double[] row = recentRows[(oldest + k) % WINDOW][m];
                for (int x = 0; x < mean.length; x++) {
                    mean[x] += weight * row[x];
                }
            }
        }
    }

    private static double sumOfRow(double[][] means, double c1, double c2) {
        double sum = 0;
        for (int x = 0; x < means[0].length; x++) {
            double productOfMeans = means[0][x] * means[1][x];
            double squaresOfMeans = means[0][x] * means[0][x] + means[1][x] * means[1][x];
            double variances = means[2][x] - squaresOfMeans;
            double covariance = means[3][x] - productOfMeans;
            sum +=
                    (2 * productOfMeans + c1)
                            * (2 * covariance + c2)
                            / ((squaresOfMeans + c1) * (variances + c2));
        }
        return sum;
    }

    private static double[] gaussian() {
        double[] kernel = new double[WINDOW];
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
            double distance = k - WINDOW / 2;
            kernel[k] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += kernel[k];
        }
        for (int k = 0; k < WINDOW; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }
}
