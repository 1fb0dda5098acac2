/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

/**
 * Peak signal-to-noise ratio in dB: {@code 10 log10(dataRange² / MSE)}.
 *
 * <p>Both images are clipped to {@code [0, dataRange]} first, as a display or an 8-bit file would
 * clip them. Equal images have an infinite PSNR. Planes are {@code float[width * height]}; a colour
 * image is {@code float[channels][width * height]}, and its error is the mean over all channels
 * jointly. All methods are thread-safe.
 */
public final class Psnr {

    /** The range of 8-bit grey values, the default of all metrics here. */
    public static final double DEFAULT_DATA_RANGE = 255;

    private Psnr() {}

    /**
     * PSNR of a grey image with values in [0, 255].
     *
     * @param reference the true image, {@code [width * height]}
     * @param image the image to judge, of the same length
     * @return PSNR in dB, infinite when the clipped images are equal
     */
    public static double of(float[] reference, float[] image) {
        return of(reference, image, DEFAULT_DATA_RANGE);
    }

    /**
     * PSNR of a grey image with values in {@code [0, dataRange]}.
     *
     * @param reference the true image, {@code [width * height]}
     * @param image the image to judge, of the same length
     * @param dataRange the largest grey value, greater than zero
     * @return PSNR in dB, infinite when the clipped images are equal
     * @throws IllegalArgumentException if lengths differ, images are empty or the range is not
     *     positive
     */
    public static double of(float[] reference, float[] image, double dataRange) {
        return ofChannels(new float[][] {reference}, new float[][] {image}, dataRange);
    }

    /**
     * PSNR over all channels jointly, with values in [0, 255].
     *
     * @param reference the true image, {@code [channels][width * height]}
     * @param image the image to judge, of the same shape
     * @return PSNR in dB, infinite when the clipped images are equal
     */
    public static double ofChannels(float[][] reference, float[][] image) {
        return ofChannels(reference, image, DEFAULT_DATA_RANGE);
    }

    /**
     * PSNR over all channels jointly, with values in {@code [0, dataRange]}.
     *
     * @param reference the true image, {@code [channels][width * height]}
     * @param image the image to judge, of the same shape
     * @param dataRange the largest grey value, greater than zero
     * @return PSNR in dB, infinite when the clipped images are equal
     * @throws IllegalArgumentException if shapes differ, images are empty or the range is not
     *     positive
     */
    public static double ofChannels(float[][] reference, float[][] image, double dataRange) {
        Checks.dataRange(dataRange);
        Checks.sameChannels(reference, image);
        double sum = 0;
        long count = 0;
        for (int c = 0; c < reference.length; c++) {
            Checks.sameLength(reference[c], image[c]);
            sum += squaredError(reference[c], image[c], dataRange);
            count += reference[c].length;
        }
        return 10 * Math.log10(dataRange * dataRange * count / sum);
    }

    private static double squaredError(float[] reference, float[] image, double dataRange) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = clip(reference[i], dataRange) - clip(image[i], dataRange);
            sum += difference * difference;
        }
        return sum;
    }

    private static double clip(double value, double dataRange) {
        return Math.max(0, Math.min(dataRange, value));
    }
}
