/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onemodel.explore.generation.Colours;
import org.onemodel.explore.generation.Generation;
import org.onemodel.explore.generation.ImageGenerator;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generate OUTPUT.tif --count N --seed S --truncation P}. */
@Command(
        name = "generate",
        description = "Makes images from random latent codes, as a stack with one slice an image.")
final class GenerateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "OUTPUT",
            description = "A .tif file, or a .png file for a single image.")
    private Path output;

    @Mixin private NetworkArguments network;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many images (default: ${DEFAULT-VALUE}).")
    private int count = Generation.defaults().count();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same images (default: ${DEFAULT-VALUE}).")
    private long seed = Generation.defaults().seed();

    @Option(
            names = "--truncation",
            paramLabel = "P",
            description = "1 truncates nothing, 0 gives the mean (default: ${DEFAULT-VALUE}).")
    private double truncation = Generation.defaults().truncation();

    @Option(
            names = "--noise",
            paramLabel = "N",
            defaultValue = "random",
            description = "Noise maps: random, fixed, none or given (default: ${DEFAULT-VALUE}).")
    private String noise;

    @Option(
            names = "--embedding",
            paramLabel = "FILE.npz",
            description = "With --noise given: the file that has the noise maps.")
    private Path embedding;

    @Option(
            names = "--output",
            paramLabel = "O",
            defaultValue = "8-bit",
            description = "Pixels: 8-bit or 32-bit (default: ${DEFAULT-VALUE}).")
    private String pixels;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Generation generation = generation();
        RestoreOptions options = network.options();
        ImageFiles.checkTakes(output, count, generation.output().bits());
        ImageFiles.write(generated(options, generation), output);
        spec.commandLine().getOut().println(output);
        return 0;
    }

    private Generation generation() throws IOException {
        try {
            return Generation.defaults()
                    .withCount(count)
                    .withSeed(seed)
                    .withTruncation(truncation)
                    .withWords(noise, Optional.ofNullable(embedding), pixels);
        } catch (OneModelException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private ImagePlus generated(RestoreOptions options, Generation generation) throws IOException {
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
        try (Session session = new Session(options)) {
            return session.compute(
                    progress,
                    (autoencoder, model, shown) ->
                            new ImageGenerator(autoencoder, Colours.of(model.colour()), options)
                                    .of(generation, shown));
        } finally {
            progress.clear();
        }
    }
}
