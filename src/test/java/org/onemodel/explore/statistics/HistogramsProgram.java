/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import ij.ImagePlus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws histograms in a Java that may find no fonts. */
public final class HistogramsProgram {

    private HistogramsProgram() {}

    /** Prints how many plots there are, and how many colours the first has. */
    public static void main(String[] args) {
        Random random = new Random(1);
        ValueStatistics values = new ValueStatistics();
        float[] drawn = new float[5000];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) random.nextGaussian();
        }
        values.add(drawn, 0, drawn.length);
        SubjectSummary one =
                new SubjectSummary(
                        new Subject("noise map 0", "conv1", 4),
                        values.summary(),
                        Histogram.of(values.sample().values()));
        ImagePlus plots = new HistogramPlots("tiny").of(List.of(one, one));
        int[] pixels = (int[]) plots.getStack().getPixels(1);
        System.out.println(plots.getStackSize() + " " + (colours(pixels) > 3));
    }

    private static long colours(int[] pixels) {
        return Arrays.stream(pixels).distinct().count();
    }
}
