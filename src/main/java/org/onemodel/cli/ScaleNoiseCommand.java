/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.explore.sweep.NoiseSweep;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code scale-noise INPUT OUTPUT --map MAPS --factor F}, or {@code --sweep FROM:TO:STEPS} for a
 * montage of each map times each factor.
 */
@Command(
        name = "scale-noise",
        description =
                "Multiplies some noise maps, or all, by a factor before decoding; or each of them by"
                        + " each of several factors, for a montage.")
final class ScaleNoiseCommand implements Callable<Integer> {

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Mixin private PlaneArguments planes;

    @Option(
            names = "--map",
            paramLabel = "K",
            description =
                    "The noise maps: all, or numbers from 0 (coarsest) such as 2 or 0,3-5 (default"
                            + " of a sweep: all).")
    private String map;

    @Option(
            names = "--factor",
            paramLabel = "F",
            description = "The factor: 1 changes nothing, 0 removes the maps.")
    private Double factor;

    @Option(
            names = "--sweep",
            paramLabel = "FROM:TO:STEPS",
            description =
                    "Instead of --factor: each map times each of so many factors, or of a list such"
                            + " as -2,0,1; OUTPUT is a montage.")
    private String sweep;

    @Option(
            names = "--stack",
            paramLabel = "STACK.tif",
            description =
                    "Of a sweep also a hyperstack: slices are maps, frames are factors; a folder if"
                            + " OUTPUT is one.")
    private Path stack;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if ((factor == null) == (sweep == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Give --factor for one factor or --sweep for several.");
        }
        RestoreOptions options = planes.of(model.options());
        if (sweep != null) {
            sweep(options);
        } else {
            scale(options);
        }
        return 0;
    }

    private void scale(RestoreOptions options) throws IOException {
        if (map == null || stack != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    map == null
                            ? "Give --map with --factor: all, or numbers from 0."
                            : "--stack is of a sweep; give --sweep instead of --factor.");
        }
        NoiseMapSelection maps = checked(() -> NoiseMapSelection.parse(map));
        Map<Path, Path> files = images.files();
        try (Session session = new Session(options)) {
            images.forEach(
                    files, (image, progress) -> session.scaleNoise(image, maps, factor, progress));
        }
    }

    private void sweep(RestoreOptions options) throws IOException {
        NoiseMapSelection maps =
                map == null ? NoiseMapSelection.ALL : checked(() -> NoiseMapSelection.parse(map));
        NoiseFactors factors = checked(() -> NoiseFactors.parse(sweep));
        Map<Path, Path> files = images.files();
        SecondOutput stacks = SecondOutput.of("--stack", stack, files, images.intoFolder());
        try (Session session = new Session(options)) {
            FigureStep step =
                    new FigureStep(
                            (image, progress) ->
                                    session.compute(
                                            progress,
                                            (autoencoder, description, shown) ->
                                                    new NoiseSweep(
                                                                    autoencoder,
                                                                    description.tile(),
                                                                    options,
                                                                    maps,
                                                                    factors)
                                                            .of(image, shown)),
                            stacks);
            images.forEach(files, step);
        }
    }

    private <T> T checked(Supplier<T> words) {
        return NetworkArguments.checked(spec, words);
    }
}
