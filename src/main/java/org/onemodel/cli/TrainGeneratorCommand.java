/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.model.TensorEngine;
import org.onemodel.train.gan.GeneratorConfig;
import org.onemodel.train.gan.GeneratorTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train-generator CONFIG.yaml}. */
@Command(
        name = "train-generator",
        description = "Trains a StyleGAN 2 generator on images and writes it as a bundle.")
final class TrainGeneratorCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CONFIG.yaml", description = "The settings.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a setting, such as optimizer.learningRate=1e-4.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--resume", description = "Go on from the last snapshot, if there is one.")
    private boolean resume;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        GeneratorConfig training = GeneratorConfig.read(config, settings);
        TensorEngine.start();
        new GeneratorTraining(training).run(resume);
        spec.commandLine().getOut().println(training.output());
        return 0;
    }
}
