/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.model.Task;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Removes noise from an image or stack. */
@Plugin(type = Command.class, menuPath = "Plugins>OneModel>OneModel Denoise...")
public final class Denoise extends RestoringCommand {

    /** For SciJava. */
    public Denoise() {}

    @Override
    protected Task task() {
        return Task.DENOISE;
    }

    @Override
    public void run() {
        give(() -> service().denoise(image(), options(), this::stopped));
    }
}
