/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import org.onemodel.explore.montage.Figure;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** What commands share that make a figure of many pictures, and the same as a hyperstack. */
abstract class FigureCommand extends ImageCommand {

    @Parameter(
            label = "Show",
            description =
                    "montage is a figure with labels; stack is a hyperstack of the same pictures,"
                            + " to scroll through and to measure in; both gives both.",
            choices = {"both", "montage", "stack"},
            persist = false)
    private String show = "both";

    @Parameter(label = "Stack", type = ItemIO.OUTPUT, required = false)
    private ImagePlus stack;

    /** Computes the pictures. */
    abstract Figure figure();

    @Override
    public final void run() {
        give(
                () -> {
                    Shown wanted = Shown.of(show);
                    Figure figure = figure();
                    if (wanted == Shown.STACK) {
                        return figure.stack();
                    }
                    if (wanted == Shown.BOTH) {
                        stack = figure.stack();
                        give(stack);
                    }
                    return figure.montage();
                });
    }
}
