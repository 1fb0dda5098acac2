/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.RestoreOptions;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;

/** What all commands share that work on an image: the image, and the tiles that are computed. */
abstract class ImageCommand extends ModelCommand {

    private static final String AUTOMATIC = "0";

    // Not required, or SciJava would cancel without a word where no image is open.
    @Parameter(
            label = "Image",
            description = "The image or stack to work on; it is not changed.",
            required = false,
            persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Tile (side in pixels, 0 = automatic)",
            description =
                    "Large planes are computed in square tiles of this side. Larger ones are"
                            + " faster and need more memory. A multiple of the model's size.",
            persist = false)
    private String tile = AUTOMATIC;

    @Parameter(
            label = "Overlap (pixels, 0 = automatic)",
            description =
                    "How many pixels neighbouring tiles share, at most half a tile. The more, the"
                            + " less their borders show, and the longer it takes.",
            persist = false)
    private String overlap = AUTOMATIC;

    @Parameter(
            label = "Batch (tiles at a time, 0 = automatic)",
            description =
                    "How many tiles are computed together. More use a GPU better and need more"
                            + " memory. The result is the same.",
            persist = false)
    private String batch = AUTOMATIC;

    @Override
    protected final void settleWhatMakesNoDifference() {
        for (ModuleItem<?> item : getInfo().inputs()) {
            if (image != null && !concerns(image, item.getName())) {
                resolveInput(item.getName());
            }
        }
    }

    /**
     * Whether a parameter can make a difference to an image: without several channels, slices or
     * frames there is nothing to choose, and so on.
     *
     * @param on the image
     * @param parameter a parameter's name
     * @return false if it need not be asked
     */
    protected boolean concerns(ImagePlus on, String parameter) {
        return switch (parameter) {
            case "channels" -> on.getNChannels() > 1;
            case "slices" -> on.getNSlices() > 1;
            case "frames" -> on.getNFrames() > 1;
            case "region" -> on.getRoi() != null && on.getRoi().isArea();
            default -> true;
        };
    }

    /** The image to work on. */
    protected final ImagePlus image() {
        if (image == null || image.getWidth() == 0 || image.getHeight() == 0) {
            throw new OneModelException(
                    "The image is missing or has no pixels; open one, or give the title of an open"
                            + " one.");
        }
        return image;
    }

    /** Model, device and tiles as the user chose them. */
    @Override
    protected RestoreOptions options() {
        return super.options()
                .withTile(Numbers.whole("tile", tile))
                .withOverlap(Numbers.whole("overlap", overlap))
                .withBatch(Numbers.whole("batch", batch));
    }
}
