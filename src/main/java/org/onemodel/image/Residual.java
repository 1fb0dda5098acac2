/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.util.List;

/**
 * What a restoration took away: the input minus the output, by which one sees whether it was noise
 * only or structure too.
 *
 * @param image 32-bit image like the restored planes, with a display range symmetric about 0, in
 *     calibrated values where there is a calibration function; NaN in holes; not shown
 * @param shareOfVariance variance of the residual by that of the input, each about the mean of its
 *     plane and channel, over all planes: 0 if nothing was taken away or the input is constant
 */
public record Residual(ImagePlus image, double shareOfVariance) {

    /**
     * Compares an image before and after.
     *
     * @param input the planes that were restored
     * @param restored what became of them, as {@link ImageResult#finish} gave it
     * @return the residual, computed plane by plane
     * @throws IllegalArgumentException if the restored image has another size or other planes
     */
    public static Residual of(ImagePlanes input, ImagePlus restored) {
        ImagePlanes output = new ImagePlanes(restored);
        int channels = input.channelsPerPlane();
        int slicesPerPlane = channels / output.channelsPerPlane();
        ImagePlus image = input.image();
        boolean fits =
                slicesPerPlane > 0
                        && restored.getWidth() == image.getWidth()
                        && restored.getHeight() == image.getHeight()
                        && output.count() == input.count() * slicesPerPlane;
        if (!fits) {
            throw new IllegalArgumentException(
                    "The image '"
                            + restored.getTitle()
                            + "' was not made from '"
                            + image.getTitle()
                            + "': its size or its number of planes differs.");
        }
        ImageStack stack =
                new ImageStack(image.getWidth(), image.getHeight(), input.count() * channels);
        Variances variances = new Variances();
        for (int i = 0; i < input.count(); i++) {
            float[][] before = FloatPixels.of(input, i);
            float[][] after = new float[channels][];
            for (int c = 0; c < channels; c++) {
                if (c % output.channelsPerPlane() == 0) {
                    int plane = i * slicesPerPlane + c / output.channelsPerPlane();
                    float[][] read = FloatPixels.of(output, plane);
                    System.arraycopy(read, 0, after, c, read.length);
                }
                float[] difference = difference(before[c], after[c]);
                variances.add(before[c], difference);
                stack.setPixels(difference, i * channels + c + 1);
            }
        }
        String title = Titles.unique(image.getTitle(), "-residual");
        ImagePlus residual = new ResultMetadata(input, OutputType.FLOAT).applyTo(title, stack);
        setSymmetricRanges(residual, channels > 1);
        return new Residual(residual, variances.share());
    }

    private static float[] difference(float[] before, float[] after) {
        float[] difference = new float[before.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = before[i] - after[i];
        }
        return difference;
    }

    private static void setSymmetricRanges(ImagePlus residual, boolean shared) {
        List<Double> largest =
                Normalizations.perChannel(new ImagePlanes(residual), Percentiles.DEFAULT).stream()
                        .map(range -> Math.max(Math.abs(range.low()), Math.abs(range.high())))
                        .map(value -> value > 0 ? value : 1)
                        .toList();
        double overall = largest.stream().mapToDouble(value -> value).max().orElseThrow();
        if (residual instanceof CompositeImage composite) {
            LUT[] tables = composite.getLuts();
            for (int c = 0; c < tables.length; c++) {
                tables[c].max = shared ? overall : largest.get(c);
                tables[c].min = -tables[c].max;
            }
            composite.setLuts(tables);
        } else {
            residual.setDisplayRange(-overall, overall);
        }
    }
}
