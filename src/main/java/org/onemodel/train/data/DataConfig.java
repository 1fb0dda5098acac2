/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.List;
import org.onemodel.train.settings.Settings;

/**
 * What a model is trained on, and how samples are made of it.
 *
 * @param size side of the generator's images, S
 * @param images folders, files and globs
 * @param targets targets of {@code images}, by name; empty unless the supervision needs them
 * @param supervision what is input and what is target
 * @param blindSpot which pixels are masked in blind-spot supervision
 * @param validation the planes on which the model is measured
 * @param fit how a plane becomes a square
 * @param crop side of the random crops, a multiple of {@code size}
 * @param flips whether samples are flipped and turned at random
 * @param colour whether colour planes stay in colour
 * @param greyShare share of the samples of colour planes that are turned to grey
 * @param range which grey values become [-1, 1]
 * @param cacheMegabytes memory for decoded planes
 */
public record DataConfig(
        int size,
        List<String> images,
        List<String> targets,
        Supervision supervision,
        BlindSpotConfig blindSpot,
        ValidationConfig validation,
        Fit fit,
        int crop,
        boolean flips,
        ColourMode colour,
        double greyShare,
        GreyRangeConfig range,
        int cacheMegabytes) {

    /**
     * Checks what can be checked without the files.
     *
     * @throws org.onemodel.train.settings.TrainingException if a setting is impossible, with its
     *     key
     */
    public DataConfig {
        images = List.copyOf(images);
        targets = List.copyOf(targets);
        Settings.require(!images.isEmpty(), "data.images", "must name a folder, a file or a glob");
        Settings.require(
                targets.isEmpty() != supervision.needsTargets(),
                "data.targets",
                "must name a folder, a file or a glob where data.supervision needs targets, and"
                        + " nowhere else");
        Settings.require(
                crop > 0 && crop % size == 0,
                "data.crop",
                "must be a multiple of architecture.size (" + size + "), not " + crop);
        Settings.require(
                greyShare >= 0 && greyShare <= 1,
                "data.grey",
                "must lie in 0..1, not " + greyShare);
        Settings.require(
                cacheMegabytes > 0, "data.cache", "must be at least 1 MB, not " + cacheMegabytes);
    }

    /**
     * Reads all keys below {@code data}.
     *
     * @param s the settings
     * @param size side of the generator's images
     * @return the settings of the data
     * @throws org.onemodel.train.settings.TrainingException if one is missing or impossible, with
     *     its key
     */
    public static DataConfig read(Settings s, int size) {
        Supervision supervision =
                s.choice("data.supervision", Supervision.class, Supervision.CLEAN);
        Fit fit = s.choice("data.fit", Fit.class, Fit.CROP);
        ColourMode colour = s.choice("data.colour", ColourMode.class, ColourMode.MIXED);
        return new DataConfig(
                size,
                s.texts("data.images", null),
                supervision.needsTargets() ? s.texts("data.targets", null) : List.of(),
                supervision,
                BlindSpotConfig.read(s, supervision),
                ValidationConfig.read(s, supervision),
                fit,
                fit == Fit.CROP ? s.whole("data.crop", size) : size,
                s.flag("data.flips", true),
                colour,
                greyShare(s, colour),
                GreyRangeConfig.read(s, supervision),
                s.whole("data.cache", halfOfTheHeap()));
    }

    /**
     * The images that a model sees.
     *
     * @return in words: grey, colour, or grey and colour
     */
    public String colours() {
        if (greyShare == 0) {
            return "colour";
        }
        return greyShare == 1 ? "grey" : "grey and colour";
    }

    private static double greyShare(Settings s, ColourMode colour) {
        return switch (colour) {
            case MIXED -> s.number("data.grey", 0.5);
            case GREY -> 1;
            case COLOUR -> 0;
        };
    }

    private static int halfOfTheHeap() {
        return (int)
                Math.max(1, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() >> 21));
    }
}
