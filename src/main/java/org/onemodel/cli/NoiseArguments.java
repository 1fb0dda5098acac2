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

/** The options that say what noise images have; numbers are in their grey levels. */
final class NoiseArguments {

    private static final String ESTIMATED = "auto";

    @Option(
            names = "--noise",
            paramLabel = "MODE",
            defaultValue = ESTIMATED,
            description =
                    "auto (estimated from the image), gaussian, poisson (of a camera) or none"
                            + " (default: ${DEFAULT-VALUE}).")
    private String mode;

    @Option(
            names = "--sigma",
            paramLabel = "S",
            defaultValue = ESTIMATED,
            description = "Standard deviation of gaussian noise (default: estimated).")
    private String sigma;

    @Option(
            names = "--gain",
            paramLabel = "G",
            defaultValue = ESTIMATED,
            description = "Grey levels per photo-electron (default: estimated).")
    private String gain;

    @Option(
            names = "--offset",
            paramLabel = "B",
            defaultValue = ESTIMATED,
            description = "Grey level of darkness (default: estimated).")
    private String offset;

    @Option(
            names = "--read-noise",
            paramLabel = "R",
            defaultValue = ESTIMATED,
            description = "Standard deviation in darkness (default: estimated).")
    private String readNoise;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /**
     * Adds these options to others.
     *
     * @param options model, planes and values
     * @return new options
     * @throws ParameterException if a word or number can't be, which is wrong usage
     */
    RestoreOptions of(RestoreOptions options) {
        return NetworkArguments.checked(
                command, () -> options.withNoiseWords(mode, sigma, gain, offset, readNoise));
    }
}
