/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.onemodel.model.TensorEngine;
import org.onemodel.train.gan.GeneratorConfig;
import org.onemodel.train.gan.GeneratorTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code train-generator CONFIG.yaml}. */
@Command(
        name = "train-generator",
        description = "Trains a StyleGAN 2 generator on images and writes it as a bundle.")
final class TrainGeneratorCommand implements Callable<Integer> {

    @Mixin private RunArguments arguments;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        GeneratorConfig training = GeneratorConfig.read(arguments.config, arguments.settings);
        TensorEngine.start();
        new GeneratorTraining(training).run(arguments.resume);
        spec.commandLine().getOut().println(training.output());
        return 0;
    }
}
