/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.explore.grid.ColorGrid;
import org.onemodel.explore.grid.ColorGridResult;
import org.onemodel.explore.grid.GridMaps;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code color-grid INPUT OUTPUT --maps I,J --range FROM:TO --steps N}. */
@Command(
        name = "color-grid",
        description =
                "Decodes the first plane of an image with two noise maps, each times several"
                        + " factors, for a montage.")
final class ColorGridCommand implements Callable<Integer> {

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Option(
            names = "--maps",
            paramLabel = "I,J",
            defaultValue = "auto",
            description =
                    "The two noise maps, numbers from 0 (coarsest) such as 2,5: rows are factors of"
                            + " the first, columns of the second. auto: those that change colours"
                            + " most (default: ${DEFAULT-VALUE}).")
    private String maps;

    @Option(
            names = "--range",
            paramLabel = "FROM:TO",
            defaultValue = "0.5:1.5",
            description = "The first and the last factor (default: ${DEFAULT-VALUE}).")
    private String range;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many factors each map gets (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--stack",
            paramLabel = "STACK.tif",
            description =
                    "Also a hyperstack like the image: slices are factors of the first map, frames of"
                            + " the second; a folder if OUTPUT is one.")
    private Path stack;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        GridMaps pair = NetworkArguments.checked(spec, () -> GridMaps.parse(maps));
        NoiseFactors factors =
                NetworkArguments.checked(spec, () -> NoiseFactors.range(range, steps));
        RestoreOptions options = model.options();
        Map<Path, Path> files = images.files();
        SecondOutput stacks = SecondOutput.of("--stack", stack, files, images.intoFolder());
        try (Session session = new Session(options)) {
            FigureStep step =
                    new FigureStep(
                            (image, progress) ->
                                    grid(session, options, image, pair, factors, progress),
                            stacks);
            images.forEach(files, step);
        }
        return 0;
    }

    private ColorGridResult grid(
            Session session,
            RestoreOptions options,
            ImagePlus image,
            GridMaps pair,
            NoiseFactors factors,
            Progress progress) {
        ColorGridResult result =
                session.compute(
                        progress,
                        (autoencoder, description, part) ->
                                new ColorGrid(autoencoder, description.tile(), options)
                                        .of(image, pair, factors, part));
        if (!result.choice().isEmpty()) {
            spec.commandLine().getErr().println(result.choice());
        }
        return result;
    }
}
