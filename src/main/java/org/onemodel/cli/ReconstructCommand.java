/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.onemodel.restore.RestoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reconstruct INPUT OUTPUT}. */
@Command(name = "reconstruct", description = "Encodes and decodes images.")
final class ReconstructCommand implements Callable<Integer> {

    @Mixin private ImageArguments images;

    @Mixin private ModelArguments model;

    @Mixin private PlaneArguments planes;

    @Mixin private EmbeddingArguments embedding;

    @Override
    public Integer call() throws IOException {
        Map<Path, Path> files = images.files();
        RestoreOptions options = planes.of(model.options());
        embedding.check(files);
        try (Session session = new Session(options)) {
            images.forEach(
                    files,
                    embedding
                            .file()
                            .map(session::reconstructing)
                            .orElseGet(session::reconstructing));
        }
        return 0;
    }
}
