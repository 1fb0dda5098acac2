/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Normalisations of whole images: one for all planes, so that brightness does not flicker through a
 * stack.
 *
 * <p>Percentiles are exact (nearest rank); NaN and infinite pixels do not count. Planes are read by
 * rows: once, or three times in all at most where values are not whole numbers from 0 to 65535.
 */
public final class Normalizations {

    private Normalizations() {}

    /**
     * One normalisation for all planes and their channels.
     *
     * @param planes the image
     * @param percentiles the bounds; if they fall on the same value, the smallest and the largest
     *     value are taken
     * @return the normalisation; its range is empty if all values are equal or none is finite
     */
    public static Normalization of(Planes planes, Percentiles percentiles) {
        int[] all = IntStream.range(0, planes.count()).toArray();
        return new GreySample(planes, all, GreySample.EVERY_CHANNEL).normalization(percentiles);
    }

    /**
     * One normalisation for each channel of a hyperstack, over all its slices and frames; channels
     * of different dyes may differ a thousandfold in brightness.
     *
     * @param planes the image
     * @param percentiles the bounds, as in {@link #of}
     * @return a normalisation per channel; that of a plane is at {@link ImagePlanes#channelOf}
     */
    public static List<Normalization> perChannel(ImagePlanes planes, Percentiles percentiles) {
        return perChannel(planes, planes::channelOf, percentiles);
    }

    /**
     * One normalisation for each channel of a hyperstack, over all its planes.
     *
     * @param planes the image
     * @param channelOf the channel of each plane, from 0
     * @param percentiles the bounds, as in {@link #of}
     * @return a normalisation per channel
     */
    public static List<Normalization> perChannel(
            Planes planes, IntUnaryOperator channelOf, Percentiles percentiles) {
        int[] all = IntStream.range(0, planes.count()).toArray();
        int channels = Arrays.stream(all).map(channelOf).max().orElseThrow() + 1;
        List<Normalization> normalizations = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            int channel = c;
            int[] its =
                    Arrays.stream(all).filter(i -> channelOf.applyAsInt(i) == channel).toArray();
            normalizations.add(
                    new GreySample(planes, its, GreySample.EVERY_CHANNEL)
                            .normalization(percentiles));
        }
        return List.copyOf(normalizations);
    }

    /**
     * The normalisations of some planes of an image.
     *
     * <p>Whichever planes and region are selected, the ranges are those of the whole image (or of
     * the whole plane, for {@link NormalizationScope#SLICE}): a slice or a part that is restored as
     * a trial comes out as it will with the whole stack.
     *
     * @param planes the planes
     * @param scope which pixels share a normalisation
     * @param percentiles the bounds, as in {@link #of}
     * @return the normalisation of each plane
     */
    public static PlaneNormalizations of(
            ImagePlanes planes, NormalizationScope scope, Percentiles percentiles) {
        return of(planes, scope, percentiles, UnaryOperator.identity());
    }

    /**
     * The normalisations of some planes of an image, as above, from a sample of it.
     *
     * @param planes the planes
     * @param scope which pixels share a normalisation
     * @param percentiles the bounds
     * @param sample takes a sample of the planes that share a normalisation
     * @return the normalisation of each plane
     */
    public static PlaneNormalizations of(
            ImagePlanes planes,
            NormalizationScope scope,
            Percentiles percentiles,
            UnaryOperator<Planes> sample) {
        ImagePlanes whole = planes.whole();
        int colours = planes.channelsPerPlane();
        if (scope == NormalizationScope.SLICE) {
            return index -> {
                Planes plane = whole.only(planes.stackIndex(index) - 1);
                return perColour(sample.apply(plane), colours, false, percentiles);
            };
        }
        boolean apart = scope == NormalizationScope.CHANNEL;
        Map<Integer, List<Normalization>> channels = new HashMap<>();
        for (int i = 0; i < planes.count(); i++) {
            channels.computeIfAbsent(
                    planes.channelOf(i),
                    c -> {
                        Planes channel = sample.apply(whole.only(ofChannel(whole, c)));
                        return perColour(channel, colours, apart, percentiles);
                    });
        }
        return index -> channels.get(planes.channelOf(index));
    }

    /** One normalisation for each colour of the planes, the same for all unless they are apart. */
    private static List<Normalization> perColour(
            Planes planes, int colours, boolean apart, Percentiles percentiles) {
        int[] all = IntStream.range(0, planes.count()).toArray();
        List<Normalization> normalizations = new ArrayList<>();
        for (int c = 0; c < colours; c++) {
            boolean shared = !apart && c > 0;
            int channel = apart ? c : GreySample.EVERY_CHANNEL;
            normalizations.add(
                    shared
                            ? normalizations.get(0)
                            : new GreySample(planes, all, channel).normalization(percentiles));
        }
        return List.copyOf(normalizations);
    }

    private static int[] ofChannel(ImagePlanes planes, int channel) {
        return IntStream.range(0, planes.count())
                .filter(i -> planes.channelOf(i) == channel)
                .toArray();
    }
}
