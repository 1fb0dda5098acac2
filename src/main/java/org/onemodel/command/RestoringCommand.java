/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.scijava.plugin.Parameter;

/** What commands share whose result is like the image: which of it, and what its values become. */
abstract class RestoringCommand extends ImageCommand implements Restoration {

    private static final String ALL = "all";
    private static final int RGB = 24;
    private static final int FLOAT = 32;

    @Parameter(
            label = "Channels (all, current, or such as 1,3)",
            description =
                    "Which channels to restore: all, current, or numbers such as 1,3. The result"
                            + " has just these.",
            required = false,
            persist = false)
    private String channels = ALL;

    @Parameter(
            label = "Slices (all, current, or such as 3-7)",
            description =
                    "Which slices to restore: all, current, or numbers such as 3-7 or 1,4-5. The"
                            + " result has just these.",
            required = false,
            persist = false)
    private String slices = ALL;

    @Parameter(
            label = "Frames (all, current, or such as 3-7)",
            description =
                    "Which frames to restore: all, current, or numbers such as 3-7 or 1,4-5. The"
                            + " result has just these.",
            required = false,
            persist = false)
    private String frames = ALL;

    @Parameter(
            label = "Region",
            description =
                    "inside restores what the selection encloses and leaves the rest of the image"
                            + " as it is; whole restores all; auto is inside if there is a selection"
                            + " that has an area.",
            choices = {"auto", "inside", "whole"},
            persist = false)
    private String region = "auto";

    @Parameter(
            label = "Normalization (planes with one grey range)",
            description =
                    "stack gives all planes of a channel one range of grey values, so that"
                            + " brightness does not flicker; channel does so for the colours of RGB,"
                            + " too; slice gives each plane its own.",
            choices = {"stack", "channel", "slice"},
            persist = false)
    private String normalization = "stack";

    @Parameter(
            label = "Output (bit depth)",
            description =
                    "same is the image's own bit depth; 32-bit values are neither rounded nor cut"
                            + " off.",
            choices = {"same", "32-bit"},
            persist = false)
    private String output = "same";

    /** Without several channels, slices or frames, there is nothing to choose; and so on. */
    @Override
    protected boolean concerns(ImagePlus on, String parameter) {
        return switch (parameter) {
            case "channels" -> on.getNChannels() > 1;
            case "slices" -> on.getNSlices() > 1;
            case "frames" -> on.getNFrames() > 1;
            case "region" -> on.getRoi() != null && on.getRoi().isArea();
            case "normalization" -> on.getStackSize() > 1 || on.getBitDepth() == RGB;
            case "output" -> on.getBitDepth() != FLOAT;
            default -> super.concerns(on, parameter);
        };
    }

    @Override
    protected final RestoreOptions options() {
        try {
            return withWords(super.options());
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    /**
     * Adds what the user chose.
     *
     * @param options model, device and tiles
     * @return new options
     * @throws IllegalArgumentException if a word is none of an option's; the message names it
     */
    protected RestoreOptions withWords(RestoreOptions options) {
        return options.withImageWords(channels, slices, frames, region, normalization, output);
    }
}
