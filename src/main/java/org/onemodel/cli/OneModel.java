/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
        name = "onemodel",
        description = "Reconstructs and denoises images with one StyleGAN.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
        subcommands = {
            DenoiseCommand.class,
            ReconstructCommand.class,
            NoiseMapsCommand.class,
            DecodeCommand.class,
            ScaleNoiseCommand.class,
            InterpolateCommand.class,
            MixCommand.class,
            GenerateCommand.class,
            ProjectCommand.class,
            ColorGridCommand.class,
            InfluenceCommand.class,
            StatisticsCommand.class,
            EvaluateCommand.class,
            ImportCommand.class,
            VerifyCommand.class,
            TrainCommand.class,
            TrainGeneratorCommand.class,
            ModelsCommand.class,
            EngineCommand.class,
            InstallCommand.class,
            PackageCommand.class
        })
final class OneModel implements Runnable {

    @Option(
            names = "--debug",
            description = "Print the stack trace of a failure.",
            scope = ScopeType.INHERIT)
    boolean debug;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Give a command, such as denoise.");
    }
}
