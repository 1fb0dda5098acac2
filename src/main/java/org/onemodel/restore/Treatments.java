/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.onemodel.camera.NoiseMode;
import org.onemodel.camera.NoiseSetting;
import org.onemodel.camera.SigmaRange;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.NormalizationScope;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Percentiles;
import org.onemodel.image.PlaneNormalizations;
import org.onemodel.image.Planes;

/** The treatment of each plane of an image, as options, image and model call for it. */
final class Treatments {

    /** By ranges of grey values alone, for which the image is read. */
    private final Supplier<PlaneNormalizations> ranges;

    /** Which planes share a treatment that looks at their noise, and what it is made from. */
    private final IntUnaryOperator groupOf;

    private final IntFunction<Planes> group;
    private final boolean colour;

    private Treatments(
            Supplier<PlaneNormalizations> ranges,
            IntUnaryOperator groupOf,
            IntFunction<Planes> group,
            boolean colour) {
        this.ranges = ranges;
        this.groupOf = groupOf;
        this.group = group;
        this.colour = colour;
    }

    /**
     * For planes of an ImageJ image; what they share is that of the whole image.
     *
     * @param planes the planes that are restored
     * @param options scope of the normalisation and percentiles
     */
    static Treatments of(ImagePlanes planes, ImageOptions options) {
        return of(planes, options, UnaryOperator.identity());
    }

    /**
     * For planes of an ImageJ image, from a sample of it.
     *
     * @param planes the planes that are restored
     * @param options scope of the normalisation and percentiles
     * @param sample takes a sample of planes that share a treatment
     */
    static Treatments of(ImagePlanes planes, ImageOptions options, UnaryOperator<Planes> sample) {
        ImagePlanes whole = planes.whole();
        boolean slices = options.normalization() == NormalizationScope.SLICE;
        return new Treatments(
                () ->
                        Normalizations.of(
                                planes, options.normalization(), options.percentiles(), sample),
                slices ? index -> index : planes::channelOf,
                key ->
                        sample.apply(
                                slices ? planes.only(key) : channel(whole, whole::channelOf, key)),
                planes.channelsPerPlane() > 1);
    }

    /**
     * For any planes, all of which are restored.
     *
     * @param planes the planes
     * @param channelOf the channel of each, from 0
     * @param percentiles bounds of the ranges
     */
    static Treatments of(Planes planes, IntUnaryOperator channelOf, Percentiles percentiles) {
        int colours = planes.rows(0).channels();
        return new Treatments(
                () -> ranges(planes, channelOf, colours, percentiles),
                channelOf,
                c -> channel(planes, channelOf, c),
                colours > 1);
    }

    private static PlaneNormalizations ranges(
            Planes planes, IntUnaryOperator channelOf, int colours, Percentiles percentiles) {
        List<Normalization> ranges = Normalizations.perChannel(planes, channelOf, percentiles);
        return index -> Collections.nCopies(colours, ranges.get(channelOf.applyAsInt(index)));
    }

    private static Planes channel(Planes planes, IntUnaryOperator channelOf, int channel) {
        return planes.only(
                IntStream.range(0, planes.count())
                        .filter(i -> channelOf.applyAsInt(i) == channel)
                        .toArray());
    }

    /**
     * The treatment of each plane; what planes share is worked out once.
     *
     * @param noise the noise of the image
     * @param trained the noise that the model knows, if noise is to be removed
     * @param percentiles bounds of the image's range
     * @return by index of the plane
     * @throws OneModelException if the noise is given in a way that does not fit the image
     */
    IntFunction<Treatment> byPlane(
            NoiseSetting noise, Optional<SigmaRange> trained, Percentiles percentiles) {
        if (trained.isEmpty() || noise.mode() == NoiseMode.NONE) {
            return byRange();
        }
        if (colour) {
            // Colours were processed by the camera: their noise tells nothing that fits all.
            if (noise.mode() != NoiseMode.AUTO) {
                throw new OneModelException(
                        "The noise of a colour image can't be set; give noise=auto or noise=none,"
                                + " or split its channels first.");
            }
            return byRange();
        }
        Map<Integer, Treatment> shared = new HashMap<>();
        return index ->
                shared.computeIfAbsent(
                        groupOf.applyAsInt(index),
                        key ->
                                Treatment.ofNoise(
                                        noise.plan(group.apply(key), trained.get(), percentiles)));
    }

    private IntFunction<Treatment> byRange() {
        PlaneNormalizations known = ranges.get();
        return index -> Treatment.ofRanges(known.of(index));
    }

    /** What was found or given of the noise, in words; empty if it is not looked at. */
    static String words(List<Treatment> treatments) {
        return treatments.stream()
                .flatMap(treatment -> treatment.noise().stream())
                .filter(plan -> !Double.isNaN(plan.sigma()))
                .map(NoiseWords::of)
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}
