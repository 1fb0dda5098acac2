/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Opens the sample image of cells. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.FILE_LABEL, weight = MenuConstants.FILE_WEIGHT),
            @Menu(label = "Open Samples"),
            @Menu(label = "OneModel Cells (noisy)", weight = 101)
        })
public final class CellsSample extends SampleCommand {

    /** For SciJava. */
    public CellsSample() {
        super(
                "cells-noisy.tif",
                "Cells in a fluorescence microscope, with a camera's photon and read noise:"
                        + " 16 bit, pixels of 0.2 microns.");
    }
}
