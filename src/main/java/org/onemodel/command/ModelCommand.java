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
import org.onemodel.restore.RestoreOptions;
import org.onemodel.service.OneModelService;
import org.scijava.Initializable;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;

/**
 * What all commands share that compute with a model: the model, what computes, and the image that
 * results.
 *
 * <p>Parameter names are the keys of macros, in Fiji and in plain ImageJ. Numbers are text, because
 * SciJava turns a number that it can't read into 0 without a word; {@link Numbers} refuses it.
 */
abstract class ModelCommand extends DynamicCommand implements Initializable {

    @Parameter private OneModelService service;

    @Parameter private ThreadService threads;

    @Parameter(
            label = "Model",
            description =
                    "The trained network that does the work. The list has the installed ones; a"
                            + " macro may also give the path of a model's folder or zip file.",
            persist = false)
    private String model = defaultModel();

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
        form.offer("model", this::offeredModels, List.of(model));
        if (!Macros.isSilent()) {
            form.offer("device", service::devices, List.of(RestoreOptions.AUTO_DEVICE, "cpu"));
        }
    }

    /** Takes the values of what makes no difference as they are, so that no host asks for them. */
    protected void settleWhatMakesNoDifference() {
        // all does
    }

    /** The model where none is chosen; asked before the command has any other value. */
    protected String defaultModel() {
        return RestoreOptions.DEFAULT_MODEL;
    }

    /** The models to choose from. */
    protected List<String> offeredModels() {
        return service.models(task());
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

    /** Model and device as the user chose them. */
    protected RestoreOptions options() {
        return RestoreOptions.defaults().withModel(model).withDevice(device);
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
     * Shows an image beside the result, of which there may be any number.
     *
     * @param another the image
     */
    protected final void show(ImagePlus another) {
        if (Macros.isSilent()) {
            give(another);
        } else {
            another.show();
        }
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
