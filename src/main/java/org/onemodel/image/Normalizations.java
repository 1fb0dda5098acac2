/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Normalisations of whole images: one for all planes, so that brightness does not flicker through a
 * stack.
 *
 * <p>Percentiles are exact (nearest rank). Planes are read one at a time: once, or three times in
 * all at most where values are not whole numbers from 0 to 65535.
 */
public final class Normalizations {

    private Normalizations() {}

    /**
     * One normalisation for all planes and their channels.
     *
     * @param planes the image
     * @param percentiles the bounds; if they fall on the same value, the smallest and the largest
     *     value are taken
     * @return the normalisation
     * @throws IllegalArgumentException if a pixel is NaN or infinite
     */
    public static Normalization of(Planes planes, Percentiles percentiles) {
        return of(planes, percentiles, index -> true);
    }

    /**
     * One normalisation for each channel of a hyperstack, over all its slices and frames; channels
     * of different dyes may differ a thousandfold in brightness.
     *
     * @param planes the image
     * @param percentiles the bounds, as in {@link #of}
     * @return a normalisation per channel; that of a plane is at {@link ImagePlanes#channelOf}
     * @throws IllegalArgumentException if a pixel is NaN or infinite
     */
    public static List<Normalization> perChannel(ImagePlanes planes, Percentiles percentiles) {
        int channels = 0;
        for (int i = 0; i < planes.count(); i++) {
            channels = Math.max(channels, planes.channelOf(i) + 1);
        }
        List<Normalization> normalizations = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            int channel = c;
            normalizations.add(of(planes, percentiles, i -> planes.channelOf(i) == channel));
        }
        return List.copyOf(normalizations);
    }

    private static Normalization of(Planes planes, Percentiles percentiles, IntPredicate selected) {
        GreyRanks ranks = new GreyRanks();
        for (int i = 0; i < planes.count(); i++) {
            if (selected.test(i)) {
                for (float[] values : planes.plane(i).channels()) {
                    ranks.count(values);
                }
            }
        }
        Normalization normalization = of(planes, percentiles, selected, ranks);
        boolean empty = normalization.low() == normalization.high();
        return empty ? of(planes, Percentiles.MIN_MAX, selected, ranks) : normalization;
    }

    private static Normalization of(
            Planes planes, Percentiles percentiles, IntPredicate selected, GreyRanks ranks) {
        long low = ranks.rankOf(percentiles.low());
        long high = ranks.rankOf(percentiles.high());
        if (ranks.isComplete()) {
            return Normalization.ofRange(ranks.wholeAt(low), ranks.wholeAt(high));
        }
        GreyRanks.Refinement lower = ranks.refine(low);
        GreyRanks.Refinement upper = ranks.refine(high);
        for (int i = 0; i < planes.count(); i++) {
            if (selected.test(i)) {
                for (float[] values : planes.plane(i).channels()) {
                    lower.count(values);
                    upper.count(values);
                }
            }
        }
        return Normalization.ofRange(lower.value(), upper.value());
    }
}
