/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.scijava.plugin.Parameter;

/** What commands share whose result is like the image: which of it, and what its values become. */
abstract class RestoringCommand extends ImageCommand implements Restoration {

    private static final String ALL = "all";

    @Parameter(
            label = "Channels",
            description = "all, current, or numbers such as 1,3",
            required = false,
            persist = false)
    private String channels = ALL;

    @Parameter(
            label = "Slices",
            description = "all, current, or numbers such as 3-7",
            required = false,
            persist = false)
    private String slices = ALL;

    @Parameter(
            label = "Frames",
            description = "all, current, or numbers such as 3-7",
            required = false,
            persist = false)
    private String frames = ALL;

    @Parameter(
            label = "Region",
            description =
                    "auto is inside a selection that has an area, if there is one, and everywhere"
                            + " else",
            choices = {"auto", "inside", "whole"},
            persist = false)
    private String region = "auto";

    @Parameter(
            label = "Normalization",
            description = "Which pixels share a range of grey values",
            choices = {"stack", "channel", "slice"},
            persist = false)
    private String normalization = "stack";

    @Parameter(
            label = "Output",
            description = "same is the image's own type; 32-bit is never rounded or cut off",
            choices = {"same", "32-bit"},
            persist = false)
    private String output = "same";

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
