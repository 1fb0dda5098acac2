/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.ImagePlus;
import java.util.List;
import java.util.function.Supplier;
import org.onemodel.model.Task;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;
import org.scijava.ItemIO;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;

/**
 * What all commands share: an image, a model, where and how it computes, and the image that
 * results.
 *
 * <p>Parameter names are the keys of macros, in Fiji and in plain ImageJ. Numbers are text, because
 * SciJava turns a number that it can't read into 0 without a word; {@link Numbers} refuses it.
 */
abstract class ImageCommand extends DynamicCommand {

    @Parameter private OneModelService service;

    @Parameter private ThreadService threads;

    // Not required, or SciJava would cancel without a word where no image is open.
    @Parameter(label = "Image", required = false, persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Model",
            description = "Name of an installed model, or the path of one",
            initializer = "listModels",
            persist = false)
    private String model = RestoreOptions.DEFAULT_MODEL;

    @Parameter(
            label = "Device",
            description = "auto takes a GPU where there is one; gpu:1 is the second",
            choices = {"auto", "cpu", "gpu"},
            persist = false)
    private String device = "auto";

    @Parameter(label = "Tile (pixels, 0 = automatic)", persist = false)
    private String tile = "0";

    @Parameter(label = "Overlap (pixels, 0 = automatic)", persist = false)
    private String overlap = "0";

    @Parameter(label = "Batch (tiles at a time, 0 = automatic)", persist = false)
    private String batch = "0";

    @Parameter(label = "Result", type = ItemIO.OUTPUT)
    private ImagePlus result;

    /** The models to choose from; called by SciJava. */
    protected void listModels() {
        List<String> names = service.models(task());
        getInfo()
                .getMutableInput("model", String.class)
                .setChoices(names.isEmpty() ? List.of(model) : names);
    }

    /** What the offered models were made for, or null for all. */
    protected Task task() {
        return null;
    }

    /** The service that does the work. */
    protected final OneModelService service() {
        return service;
    }

    /** The image to work on. */
    protected final ImagePlus image() {
        if (image == null || image.getWidth() == 0 || image.getHeight() == 0) {
            throw new OneModelException(
                    "The image is missing or has no pixels; open one, or give the title of an open"
                            + " one.");
        }
        return image;
    }

    /** Model, device and tiles as the user chose them. */
    protected RestoreOptions options() {
        return RestoreOptions.defaults()
                .withModel(model)
                .withDevice(device)
                .withTile(Numbers.whole("tile", tile))
                .withOverlap(Numbers.whole("overlap", overlap))
                .withBatch(Numbers.whole("batch", batch));
    }

    /** Whether the user stopped this command, in SciJava or with ImageJ's Escape key. */
    protected final boolean stopped() {
        return isCanceled() || IJ.escapePressed();
    }

    /**
     * Hands over an image beside the result, where the host would lose it.
     *
     * @param second the image
     */
    protected final void give(ImagePlus second) {
        Macros.select(second, threads.getParent(Thread.currentThread()));
    }

    /**
     * Computes the result and hands it over; if that fails or is canceled, a running macro stops.
     *
     * @param computation gives the result
     */
    protected final void give(Supplier<ImagePlus> computation) {
        Macros.stopUnlessDone(
                () -> {
                    result = computation.get();
                    Macros.select(result, threads.getParent(Thread.currentThread()));
                },
                this::cancel);
    }
}
