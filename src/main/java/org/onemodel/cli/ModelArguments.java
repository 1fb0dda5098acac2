/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.util.function.Supplier;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of all commands that send images through a model. */
final class ModelArguments {

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "Name, folder or zip of a model (default: ${DEFAULT-VALUE}).",
            defaultValue = RestoreOptions.DEFAULT_MODEL)
    private String model;

    @Option(
            names = "--device",
            paramLabel = "D",
            description = "auto, cpu, gpu or gpu:N (default: ${DEFAULT-VALUE}).",
            defaultValue = RestoreOptions.AUTO_DEVICE)
    private String device;

    @Option(
            names = "--tile",
            paramLabel = "N",
            description = "Side of a tile in pixels (default: the model's).")
    private int tile;

    @Option(
            names = "--overlap",
            paramLabel = "N",
            description = "Pixels that neighbouring tiles share (default: a quarter of a tile).")
    private int overlap;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Tiles computed at a time (default: as the model wants it).")
    private int batch;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /**
     * The options in the library's form.
     *
     * @return the options
     * @throws ParameterException if a value cannot be, which is wrong usage
     */
    RestoreOptions options() {
        return checked(
                command,
                () ->
                        RestoreOptions.defaults()
                                .withModel(model)
                                .withDevice(device)
                                .withTile(tile)
                                .withOverlap(overlap)
                                .withBatch(batch));
    }

    /**
     * Options from what the user wrote.
     *
     * @param command the command that is used
     * @param options makes the options, or throws what is wrong with a word or number
     * @throws ParameterException if a value cannot be, which is wrong usage
     */
    static RestoreOptions checked(CommandSpec command, Supplier<RestoreOptions> options) {
        try {
            return options.get();
        } catch (RuntimeException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
