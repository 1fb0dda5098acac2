/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.io.InputStream;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.scijava.ItemIO;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;

/**
 * Opens an image from the plugin's own file. It asks nothing and needs no network, and the image's
 * info says what it is and which command suits it.
 */
abstract class SampleCommand extends ContextCommand {

    private static final String FOLDER = "/onemodel/samples/";
    private static final String INFO =
            """
            %s
            Drawn by a program from a seed.

            A model that fits: %s
            In a macro: run("OneModel Denoise...", "model=%2$s");
            """;

    private final String file;
    private final String description;

    @Parameter private ThreadService threads;

    @Parameter(label = "Sample", type = ItemIO.OUTPUT)
    private ImagePlus sample;

    /**
     * A command for one of the images.
     *
     * @param file its name
     * @param description what it shows, in a sentence
     */
    SampleCommand(String file, String description) {
        this.file = file;
        this.description = description;
    }

    @Override
    public final void run() {
        Macros.stopUnlessDone(
                () -> {
                    sample = open();
                    Macros.select(sample, threads.getParent(Thread.currentThread()));
                },
                this::cancel);
    }

    private ImagePlus open() {
        try (InputStream tiff = SampleCommand.class.getResourceAsStream(FOLDER + file)) {
            ImagePlus image = tiff == null ? null : new Opener().openTiff(tiff, file);
            if (image == null) {
                throw new OneModelException(
                        "The sample "
                                + file
                                + " is not in the plugin's jar; install OneModel anew.");
            }
            image.setProperty("Info", INFO.formatted(description, RestoreOptions.DEFAULT_MODEL));
            return image;
        } catch (IOException e) {
            throw new OneModelException("The sample " + file + " can't be read.", e);
        }
    }
}
