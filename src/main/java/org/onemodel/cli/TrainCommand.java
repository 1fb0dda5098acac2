/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.onemodel.model.TensorEngine;
import org.onemodel.train.Training;
import org.onemodel.train.TrainingConfig;
import org.onemodel.train.TrainingConfigs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code train CONFIG.yaml}. */
@Command(name = "train", description = "Trains a model and writes it as a bundle.")
final class TrainCommand implements Callable<Integer> {

    @Mixin private RunArguments arguments;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TrainingConfig training = TrainingConfigs.read(arguments.config, arguments.settings);
        TensorEngine.start();
        TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr());
        new Training(training, progress).run(arguments.resume);
        spec.commandLine().getOut().println(training.output());
        return 0;
    }
}
