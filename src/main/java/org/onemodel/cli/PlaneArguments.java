/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of commands whose results are like the images: which planes, and which values. */
final class PlaneArguments {

    private static final String PLANES = "all, or numbers such as 1,3 or 3-7 (default: all).";

    @Option(names = "--channels", paramLabel = "C", defaultValue = "all", description = PLANES)
    private String channels;

    @Option(names = "--slices", paramLabel = "Z", defaultValue = "all", description = PLANES)
    private String slices;

    @Option(names = "--frames", paramLabel = "T", defaultValue = "all", description = PLANES)
    private String frames;

    @Option(
            names = "--region",
            paramLabel = "R",
            defaultValue = "auto",
            description =
                    "auto, inside (a selection that the file brings) or whole (default:"
                            + " ${DEFAULT-VALUE}).")
    private String region;

    @Option(
            names = "--normalization",
            paramLabel = "N",
            defaultValue = "stack",
            description =
                    "Which pixels share a range of grey values: stack, channel or slice (default:"
                            + " ${DEFAULT-VALUE}).")
    private String normalization;

    @Option(
            names = "--output",
            paramLabel = "O",
            defaultValue = "same",
            description = "Type of the result: same or 32-bit (default: ${DEFAULT-VALUE}).")
    private String output;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /**
     * Adds these options to others.
     *
     * @param options model, device and tiles
     * @return new options
     * @throws ParameterException if a word is none that can be, which is wrong usage
     */
    RestoreOptions of(RestoreOptions options) {
        return NetworkArguments.checked(
                command,
                () ->
                        options.withImageWords(
                                channels, slices, frames, region, normalization, output));
    }
}
