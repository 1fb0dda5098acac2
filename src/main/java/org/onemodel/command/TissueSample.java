/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Opens the sample image of tissue. */
@Plugin(type = Command.class, menuPath = "File>Open Samples>OneModel Tissue (noisy)")
public final class TissueSample extends SampleCommand {

    /** For SciJava. */
    public TissueSample() {
        super(
                "tissue-noisy.tif",
                "Stained tissue in a bright-field microscope, with Gaussian noise of sigma 25 in each colour:"
                        + " RGB, pixels of 0.5 microns.");
    }
}
