/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Opens the sample image of tissue. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = MenuConstants.FILE_LABEL, weight = MenuConstants.FILE_WEIGHT),
            @Menu(label = "Open Samples"),
            @Menu(label = "OneModel Tissue (noisy)", weight = 103)
        })
public final class TissueSample extends SampleCommand {

    /** For SciJava. */
    public TissueSample() {
        super(
                "tissue-noisy.tif",
                "Stained tissue in a bright-field microscope, with Gaussian noise of sigma 25 in each colour:"
                        + " RGB, pixels of 0.5 microns.");
    }
}
