/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.util.concurrent.CancellationException;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Plugin;

/** A command that is canceled as soon as it runs, as by the Escape key. */
@Plugin(type = Command.class, label = "Canceled")
public final class CanceledCommand extends ContextCommand {

    @Override
    public void run() {
        Macros.stopUnlessDone(
                () -> {
                    throw new CancellationException("The command was canceled.");
                },
                this::cancel);
    }
}
