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

/** The options of all commands that compute with a model. */
final class NetworkArguments {

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

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /**
     * The options in the library's form.
     *
     * @return model and device
     * @throws ParameterException if a value cannot be, which is wrong usage
     */
    RestoreOptions options() {
        return checked(
                command, () -> RestoreOptions.defaults().withModel(model).withDevice(device));
    }

    /**
     * Options from what the user wrote.
     *
     * @param command the command that is used
     * @param options makes the options, or throws what is wrong with a word or number
     * @throws ParameterException if a value cannot be, which is wrong usage
     */
    static <T> T checked(CommandSpec command, Supplier<T> options) {
        try {
            return options.get();
        } catch (RuntimeException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
