/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import java.util.function.Supplier;
import org.onemodel.model.Task;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;
import org.scijava.Initializable;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.DynamicCommand;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;

/**
 * What all commands share: an image, a model, where and how it computes, and the image that
 * results.
 *
 * <p>Parameter names are the keys of macros, in Fiji and in plain ImageJ. Numbers are text, because
 * SciJava turns a number that it can't read into 0 without a word; {@link Numbers} refuses it.
 */
abstract class ImageCommand extends DynamicCommand implements Initializable {

    private static final String AUTOMATIC = "0";

    @Parameter private OneModelService service;

    @Parameter private ThreadService threads;

    // Not required, or SciJava would cancel without a word where no image is open.
    @Parameter(
            label = "Image",
            description = "The image or stack to work on; it is not changed.",
            required = false,
            persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Model",
            description =
                    "The trained network that does the work. The list has the installed ones; a"
                            + " macro may also give the path of a model's folder or zip file.",
            persist = false)
    private String model = RestoreOptions.DEFAULT_MODEL;

    @Parameter(
            visibility = ItemVisibility.MESSAGE,
            style = Messages.FOLDED,
            required = false,
            persist = false)
    private String technical = "Technical options";

    @Parameter(
            label = "Device (what computes)",
            description =
                    "auto takes the first GPU if the engine can use one, else the CPU. gpu:0 is the"
                            + " first GPU, gpu:1 the second. What you choose is never replaced by"
                            + " another.",
            persist = false)
    private String device = RestoreOptions.AUTO_DEVICE;

    @Parameter(
            label = "Tile (side in pixels, 0 = automatic)",
            description =
                    "Large planes are computed in square tiles of this side. Larger ones are"
                            + " faster and need more memory. A multiple of the model's size.",
            persist = false)
    private String tile = AUTOMATIC;

    @Parameter(
            label = "Overlap (pixels, 0 = automatic)",
            description =
                    "How many pixels neighbouring tiles share, at most half a tile. The more, the"
                            + " less their borders show, and the longer it takes.",
            persist = false)
    private String overlap = AUTOMATIC;

    @Parameter(
            label = "Batch (tiles at a time, 0 = automatic)",
            description =
                    "How many tiles are computed together. More use a GPU better and need more"
                            + " memory. The result is the same.",
            persist = false)
    private String batch = AUTOMATIC;

    @Parameter(
            visibility = ItemVisibility.MESSAGE,
            style = Messages.LINK,
            required = false,
            persist = false)
    private String help = HelpPages.link(getClass());

    @Parameter(label = "Result", type = ItemIO.OUTPUT)
    private ImagePlus result;

    /** Prepares what is asked; called by the host once image and macro options are set. */
    @Override
    public void initialize() {
        Form form = new Form(this);
        form.arrange();
        form.showLast("result");
        if (Macros.hasOptions()) {
            return; // nothing is asked
        }
        settleWhatMakesNoDifference();
        form.offer("model", () -> service.models(task()), List.of(model));
        if (!Macros.isSilent()) {
            form.offer("device", service::devices, List.of(RestoreOptions.AUTO_DEVICE, "cpu"));
        }
    }

    private void settleWhatMakesNoDifference() {
        for (ModuleItem<?> item : getInfo().inputs()) {
            if (image != null && !concerns(image, item.getName())) {
                resolveInput(item.getName());
            }
        }
    }

    /**
     * Whether a parameter can make a difference to an image.
     *
     * @param on the image
     * @param parameter a parameter's name
     * @return false if it need not be asked
     */
    protected boolean concerns(ImagePlus on, String parameter) {
        return true;
    }

    /** What the offered models were made for, or null for all. */
    protected Task task() {
        return null;
    }

    /** The service that does the work. */
    protected final OneModelService service() {
        return service;
    }

    /** Runs what may not wait. */
    protected final ThreadService threads() {
        return threads;
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
     * Hands over an image beside the result, where the host would lose it: to a macro, which finds
     * it among the open images; the result is selected later. Where there are windows, the host
     * shows it; so it must be the value of an output parameter, too, which is set before.
     *
     * @param another the image
     */
    protected final void give(ImagePlus another) {
        Macros.select(another, threads.getParent(Thread.currentThread()));
    }

    /**
     * Hands over a table, beside the result or instead of one: in a window, or without a user
     * interface as ImageJ's Results table, so that a macro's next lines can read it.
     *
     * @param table the table
     * @param title of its window
     * @return the title by which a macro finds it
     */
    protected final String give(ResultsTable table, String title) {
        return Tables.give(table, title);
    }

    /**
     * Computes the result and hands it over; if that fails or is canceled, a running macro stops.
     *
     * @param computation gives the result, or null if the command has none but tables
     */
    protected final void give(Supplier<ImagePlus> computation) {
        cancel(); // removes a preview
        Macros.stopUnlessDone(
                () -> {
                    result = computation.get();
                    if (result != null) {
                        give(result);
                    }
                },
                this::cancel);
    }
}
