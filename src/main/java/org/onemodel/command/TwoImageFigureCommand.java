/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.util.List;
import java.util.function.Supplier;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** What commands of two images share that may give a montage beside their result, or in place. */
abstract class TwoImageFigureCommand extends TwoImageCommand {

    @Parameter(label = "Montage", type = ItemIO.OUTPUT, required = false)
    private ImagePlus montage;

    /**
     * Computes one image or two, and hands them over; if that fails or is canceled, a running macro
     * stops.
     *
     * @param computation gives the result, and perhaps a montage
     */
    protected final void giveAll(Supplier<List<ImagePlus>> computation) {
        give(
                () -> {
                    List<ImagePlus> images = computation.get();
                    if (images.size() > 1) {
                        montage = images.get(1);
                        give(montage);
                    }
                    return images.get(0);
                });
    }
}
