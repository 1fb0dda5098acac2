/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.IJ;
import java.util.Optional;
import org.onemodel.restore.OneModelException;
import org.onemodel.service.OneModelService;
import org.scijava.Initializable;
import org.scijava.command.DynamicCommand;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;

/**
 * What manages the plugin itself: a window for a user, one action at a time for a macro, whose
 * answer goes to ImageJ's log. Nothing is asked before.
 */
abstract class ManagingCommand extends DynamicCommand implements Initializable {

    /** The action that opens the window; without a user interface, the first of the others. */
    static final String WINDOW = "window";

    @Parameter private OneModelService service;

    @Parameter private PluginService plugins;

    /** Takes the values as they are, so that no host asks for them. */
    @Override
    public void initialize() {
        for (ModuleItem<?> item : getInfo().inputs()) {
            resolveInput(item.getName());
        }
    }

    @Override
    public void run() {
        Macros.stopUnlessDone(this::act, this::cancel);
    }

    /** Does what the user wants. */
    protected abstract void act();

    /** The service that does the work. */
    protected final OneModelService service() {
        return service;
    }

    /** The window, where one may open. */
    protected final <V extends SciJavaPlugin> Optional<V> view(Class<V> type) {
        return Macros.isSilent()
                ? Optional.empty()
                : plugins.createInstancesOfType(type).stream().findFirst();
    }

    /** Says what was done. */
    protected static void say(String line) {
        IJ.log("OneModel: " + line);
    }

    /** A word that is no action. */
    protected static OneModelException unknown(String action, String known) {
        return new OneModelException(
                "There is no action '" + action + "'; give one of " + known + ".");
    }
}
