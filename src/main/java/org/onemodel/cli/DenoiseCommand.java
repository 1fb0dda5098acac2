/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code denoise INPUT OUTPUT}. */
@Command(name = "denoise", description = "Removes noise.")
final class DenoiseCommand implements Callable<Integer> {

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Mixin private PlaneArguments planes;

    @Mixin private NoiseArguments noise;

    @Option(
            names = "--residual",
            description =
                    "Also write what was taken away, as OUTPUT-residual.tif, and tell how much of"
                            + " the variance that was.")
    private boolean residual;

    @Override
    public Integer call() throws IOException {
        Map<Path, Path> files = images.files();
        try (Session session = new Session(noise.of(planes.of(model.options())))) {
            images.forEach(files, session.denoising(residual));
        }
        return 0;
    }
}
