/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.stream.IntStream;
import org.onemodel.restore.OneModelException;
import org.scijava.plugin.Parameter;

/**
 * What commands of two images share. The first is the active image if a macro or a script does not
 * say which; the second must be said: {@code second=[title or ID]}.
 *
 * <p>Where a user is asked, the first image offered is the active one, the second another.
 */
abstract class TwoImageCommand extends ImageCommand {

    private static final String IMAGE = "image";
    private static final String SECOND = "second";

    // Not required, or SciJava would cancel without a word where it is missing.
    @Parameter(
            label = "Second image",
            description = "The other of the two images; it is not changed.",
            required = false,
            persist = false)
    private ImagePlus second;

    @Override
    public void initialize() {
        if (getInput(IMAGE) == null) { // of two images, ImageJ2 takes none to be the active one
            setInput(IMAGE, WindowManager.getCurrentImage());
        }
        if (second == null && !Macros.hasOptions() && !Macros.isSilent()) {
            second = another((ImagePlus) getInput(IMAGE));
        }
        super.initialize();
    }

    /** The first open image that is not a given one, if there is one. */
    private static ImagePlus another(ImagePlus image) {
        return IntStream.rangeClosed(1, WindowManager.getImageCount())
                .mapToObj(WindowManager::getNthImageID)
                .map(WindowManager::getImage)
                .filter(open -> open != null && open != image)
                .findFirst()
                .orElse(image);
    }

    /** The second image. */
    protected final ImagePlus second() {
        if (second == null || second.getWidth() == 0 || second.getHeight() == 0) {
            throw new OneModelException(
                    "The second image is missing or has no pixels; open it, and give its title as"
                            + " second.");
        }
        return second;
    }
}
