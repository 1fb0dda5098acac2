/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Task;
import org.onemodel.restore.TinyModel;

/** The tiny model of the tests as a bundle named tiny, for commands that find models by name. */
public final class TinyBundle {

    /** The model's name. */
    public static final String NAME = "tiny";

    private TinyBundle() {}

    /** Writes the bundle into a folder of models. */
    public static void write(Path models) throws IOException {
        ModelDescription description =
                new ModelDescription(
                        NAME,
                        "1.0",
                        Task.DENOISE,
                        TinyModel.architecture(),
                        32,
                        List.of(),
                        "grey",
                        "Drawn at random.",
                        "BSD-2-Clause",
                        "None.",
                        new TreeMap<>(),
                        "");
        try (Autoencoder model = TinyModel.draw()) {
            ModelBundle.write(models.resolve(NAME), description, model, "# Tiny\n");
        }
    }
}
