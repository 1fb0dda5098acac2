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

/** {@code noise-maps INPUT OUTPUT.tif}. */
@Command(
        name = "noise-maps",
        description = "Writes the noise maps of an image as a stack, coarse to fine.")
final class NoiseMapsCommand implements Callable<Integer> {

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Option(names = "--normalize", description = "Give all maps the same contrast.")
    private boolean normalize;

    @Override
    public Integer call() throws IOException {
        Map<Path, Path> files = images.files();
        try (Session session = new Session(model.options())) {
            images.forEach(
                    files, (image, progress) -> session.noiseMaps(image, normalize, progress));
        }
        return 0;
    }
}
