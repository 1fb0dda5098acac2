/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.explore.NoiseMapSelection;
import org.onemodel.restore.OneModelException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scale-noise INPUT OUTPUT --map MAPS --factor F}. */
@Command(
        name = "scale-noise",
        description = "Multiplies some noise maps, or all, by a factor before decoding.")
final class ScaleNoiseCommand implements Callable<Integer> {

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Mixin private PlaneArguments planes;

    @Option(
            names = "--map",
            paramLabel = "K",
            required = true,
            description = "The noise maps: all, or numbers from 0 (coarsest) such as 2 or 0,3-5.")
    private String map;

    @Option(
            names = "--factor",
            paramLabel = "F",
            required = true,
            description = "The factor: 1 changes nothing, 0 removes the maps.")
    private double factor;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        NoiseMapSelection maps = selection();
        Map<Path, Path> files = images.files();
        try (Session session = new Session(planes.of(model.options()))) {
            images.forEach(
                    files, (image, progress) -> session.scaleNoise(image, maps, factor, progress));
        }
        return 0;
    }

    private NoiseMapSelection selection() {
        try {
            return NoiseMapSelection.parse(map);
        } catch (OneModelException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
