/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.ModelBundle;
import org.onemodel.model.ModelDescription;
import org.onemodel.model.Task;
import org.onemodel.restore.TinyModel;

/** The tiny model of the tests as a bundle named tiny, for commands that find models by name. */
public final class TinyBundle {

    /** The model's name. */
    public static final String NAME = "tiny";

    /** The name of a generator without an encoder, of colour images. */
    public static final String GENERATOR = "tiny-generator";

    private TinyBundle() {}

    /** Writes the bundle into a folder of models. */
    public static void write(Path models) throws IOException {
        try (Autoencoder model = TinyModel.draw()) {
            write(models, NAME, Task.DENOISE, TinyModel.architecture(), "grey", model);
        }
    }

    /** Writes a generator without an encoder into a folder of models. */
    public static void writeGenerator(Path models) throws IOException {
        try (Autoencoder model = TinyModel.drawGenerator()) {
            write(models, GENERATOR, Task.GENERATE, TinyModel.generator(), "colour", model);
        }
    }

    private static void write(
            Path models,
            String name,
            Task task,
            Architecture architecture,
            String colour,
            Autoencoder model)
            throws IOException {
        ModelDescription description =
                new ModelDescription(
                        name,
                        "1.0",
                        task,
                        architecture,
                        32,
                        List.of(),
                        colour,
                        "Drawn at random.",
                        "BSD-2-Clause",
                        "None.",
                        new TreeMap<>(),
                        "");
        ModelBundle.write(models.resolve(name), description, model, "# Tiny\n");
    }
}
