/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command whose preview says what it was computed with, and that notes what happens to it. */
@Plugin(type = Command.class, label = "Preview")
public final class PreviewCommand implements Command, Previewable {

    @Parameter(label = "Strength", description = "How strong it is.", persist = false)
    private String strength = "1";

    @Parameter(label = "Preview", description = "Shows it.", required = false, persist = false)
    private boolean preview;

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private String estimate = "";

    @Override
    public void run() {
        ij.IJ.log("run with " + strength);
    }

    @Override
    public void preview() {
        if (preview) {
            estimate = "Previewed with strength " + strength + ".";
            ij.IJ.log(estimate);
        }
    }

    @Override
    public void cancel() {
        ij.IJ.log("preview removed");
    }
}
