/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command of two images, which no command of OneModel is yet. */
@Plugin(type = Command.class, label = "Subtract")
public final class SubtractCommand implements Command {

    @Parameter(label = "First", persist = false)
    private ImagePlus first;

    @Parameter(label = "Second", persist = false)
    private ImagePlus second;

    @Parameter(type = ItemIO.OUTPUT)
    private String titles;

    @Override
    public void run() {
        titles = first.getTitle() + " - " + second.getTitle();
        ij.IJ.log(titles);
    }
}
