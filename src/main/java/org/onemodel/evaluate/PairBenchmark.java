/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import ij.ImagePlus;
import java.util.function.UnaryOperator;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Plane;

/**
 * Measures a denoiser on real pairs of a noisy and a clean image, such as one frame and the mean of
 * many.
 *
 * <p>Microscopes scale each image by itself, so that grey values are comparable only up to gain and
 * offset: with {@code affine}, the noisy and the denoised image are first fitted to the clean one
 * by least squares, a·x + b, over all their pixels. The data range is 255 for 8-bit and RGB images,
 * and the clean image's own for others.
 *
 * @param affine whether grey values are fitted before they are compared
 */
public record PairBenchmark(boolean affine) {

    /**
     * Measures one pair.
     *
     * @param noisy the image to denoise, of at least 11 x 11 pixels; stacks plane by plane
     * @param clean the same scene without noise, of the same dimensions
     * @param denoiser denoises an image
     * @return PSNR and SSIM before and after, means over the planes; σ is 0, as it is not known
     * @throws IllegalArgumentException if the dimensions differ or are too small
     */
    public DenoiseScore measure(
            ImagePlus noisy, ImagePlus clean, UnaryOperator<ImagePlus> denoiser) {
        ImagePlanes before = new ImagePlanes(noisy);
        ImagePlanes truth = new ImagePlanes(clean);
        requireSameSize(noisy, before, truth);
        ImagePlanes after = new ImagePlanes(denoiser.apply(noisy));
        boolean eightBit = clean.getBitDepth() == 8 || clean.getBitDepth() == 24;
        double[] sums = new double[4];
        for (int i = 0; i < truth.count(); i++) {
            Plane reference = truth.finitePlane(i);
            Range range = eightBit ? Range.EIGHT_BIT : Range.of(reference);
            add(sums, 0, reference, before.finitePlane(i), range);
            add(sums, 2, reference, after.finitePlane(i), range);
        }
        int planes = truth.count();
        return new DenoiseScore(
                noisy.getTitle(),
                0,
                sums[0] / planes,
                sums[1] / planes,
                sums[2] / planes,
                sums[3] / planes);
    }

    private static void requireSameSize(ImagePlus noisy, ImagePlanes before, ImagePlanes truth) {
        boolean same =
                before.width() == truth.width()
                        && before.height() == truth.height()
                        && before.count() == truth.count()
                        && before.channelsPerPlane() == truth.channelsPerPlane();
        if (!same) {
            throw new IllegalArgumentException(
                    "'"
                            + noisy.getTitle()
                            + "' and its clean image differ in size, planes or channels; give"
                            + " images of the same scene.");
        }
    }

    private void add(double[] sums, int first, Plane reference, Plane image, Range range) {
        int channels = reference.channels().length;
        float[][] truth = new float[channels][];
        float[][] compared = new float[channels][];
        for (int c = 0; c < channels; c++) {
            float[] given = image.channels()[c];
            truth[c] = range.fromZero(reference.channels()[c]);
            compared[c] = range.fromZero(affine ? fitted(given, reference.channels()[c]) : given);
        }
        sums[first] += Psnr.ofChannels(truth, compared, range.width());
        sums[first + 1] +=
                Ssim.ofChannels(truth, compared, image.width(), image.height(), range.width());
    }

    /** a·x + b with the least squared distance to y. */
    static float[] fitted(float[] x, float[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / (double) x.length;
            meanY += y[i] / (double) x.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        double a = variance > 0 ? covariance / variance : 0;
        float[] fitted = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            fitted[i] = (float) (meanY + a * (x[i] - meanX));
        }
        return fitted;
    }

    /** The grey values that are compared. */
    private record Range(double low, double width) {

        static final Range EIGHT_BIT = new Range(0, Psnr.DEFAULT_DATA_RANGE);

        static Range of(Plane plane) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (float[] channel : plane.channels()) {
                for (float value : channel) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            return high > low ? new Range(low, high - low) : EIGHT_BIT;
        }

        /** The figures take values from 0 up. */
        float[] fromZero(float[] values) {
            float[] shifted = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                shifted[i] = (float) (values[i] - low);
            }
            return shifted;
        }
    }
}
