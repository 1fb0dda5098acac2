/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A command of two images, which gives a copy of each: that of the first is the result. */
@Plugin(type = Command.class, label = "Pair")
@ParameterOrder({
    "image",
    "second",
    "model",
    "technical",
    "device",
    "tile",
    "overlap",
    "batch",
    "help"
})
public final class PairCommand extends TwoImageCommand {

    @Parameter(label = "Copy of the second", type = ItemIO.OUTPUT)
    private ImagePlus other;

    @Override
    public void run() {
        give(
                () -> {
                    other = copy(second());
                    give(other);
                    return copy(image());
                });
    }

    private static ImagePlus copy(ImagePlus image) {
        ImagePlus copy = image.duplicate();
        copy.setTitle("copy of " + image.getTitle());
        return copy;
    }
}
