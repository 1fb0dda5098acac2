/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.onemodel.restore.OneModelException;
import org.onemodel.service.OneModelService;
import org.onemodel.service.TrainedModel;
import org.onemodel.train.TrainingListener;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;

/** Trains a model, shown by a {@link TrainingMonitor} where there is a user interface. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.PLUGINS_LABEL, weight = MenuConstants.PLUGINS_WEIGHT),
            @Menu(label = "OneModel"),
            @Menu(label = "OneModel Train...", weight = 31)
        },
        attrs = @Attr(name = HelpPages.PAGE, value = "train.md"))
public final class Train extends ContextCommand {

    private static final String NEW = "new";
    private static final String RESUME = "resume";

    @Parameter private OneModelService service;

    @Parameter private PluginService plugins;

    // Empty rather than null, which would not be recorded.
    @Parameter(
            label = "Settings (YAML file)",
            description =
                    "Text file that says what to train with: images, model, iterations. The folder"
                            + " scripts has some to start from.",
            persist = false)
    private File settings = new File("");

    @Parameter(
            label = "Set (key=value; key=value)",
            description =
                    "Settings that replace those of the file, such as iterations=300; every.log=5.",
            columns = 40,
            persist = false)
    private String set = "";

    @Parameter(
            label = "Mode",
            description =
                    "new starts from the beginning; resume goes on from the last snapshot, if there is one.",
            choices = {NEW, RESUME},
            persist = false)
    private String mode = NEW;

    @Parameter(label = "Bundle", type = ItemIO.OUTPUT)
    private String bundle;

    /** For SciJava. */
    public Train() {}

    @Override
    public void run() {
        Macros.stopUnlessDone(this::train, this::cancel);
    }

    private void train() {
        Path file = file();
        try (TrainingMonitor monitor = monitor()) {
            monitor.open(file);
            TrainingListener listener = TrainingListener.all(monitor, this::control);
            TrainedModel model = service.train(file, Overrides.of(set), resume(), listener);
            bundle = model.bundle().toString();
            if (!Macros.isSilent()) {
                IJ.log("OneModel: " + model); // elsewhere, the service's log is the only one
            }
        }
    }

    private TrainingMonitor monitor() {
        return Macros.isSilent()
                ? TrainingMonitor.NONE
                : plugins.createInstancesOfType(TrainingMonitor.class).stream()
                        .findFirst()
                        .orElse(TrainingMonitor.NONE);
    }

    private Path file() {
        if (settings == null || settings.getPath().isBlank()) {
            throw new OneModelException("No settings are given; give the path of a YAML file.");
        }
        try {
            return settings.toPath();
        } catch (InvalidPathException e) {
            throw new OneModelException(
                    "The settings are '" + settings + "'; give the path of a YAML file.", e);
        }
    }

    private boolean resume() {
        return switch (mode) {
            case NEW -> false;
            case RESUME -> true;
            default ->
                    throw new OneModelException(
                            "There is no mode '" + mode + "'; give new or resume.");
        };
    }

    /** The host's way to cancel, and ImageJ's Escape key. */
    private TrainingListener.Control control() {
        return isCanceled() || IJ.escapePressed()
                ? TrainingListener.Control.CANCEL
                : TrainingListener.Control.GO_ON;
    }
}
