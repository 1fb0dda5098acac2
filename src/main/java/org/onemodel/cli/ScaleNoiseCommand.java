/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.explore.NoiseScaling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scale-noise INPUT OUTPUT --map K --factor F}. */
@Command(
        name = "scale-noise",
        description = "Multiplies one noise map, or all, by a factor before decoding.")
final class ScaleNoiseCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Mixin private PlaneArguments planes;

    @Option(
            names = "--map",
            paramLabel = "K",
            required = true,
            description = "The noise map, from 0 (coarsest), or all.")
    private String map;

    @Option(
            names = "--factor",
            paramLabel = "F",
            required = true,
            description = "The factor: 1 changes nothing, 0 removes the map.")
    private double factor;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        int index = mapIndex();
        Map<Path, Path> files = images.files();
        try (Session session = new Session(planes.of(model.options()))) {
            images.forEach(
                    files, (image, progress) -> session.scaleNoise(image, index, factor, progress));
        }
        return 0;
    }

    private int mapIndex() {
        if (map.equals(ALL)) {
            return NoiseScaling.ALL;
        }
        if (!map.matches("\\d{1,4}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--map is \"" + map + "\"; give the number of a noise map, from 0, or all.");
        }
        return Integer.parseInt(map);
    }
}
