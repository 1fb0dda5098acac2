/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import ij.ImagePlus;
import java.util.function.BooleanSupplier;

/**
 * A command that makes an image like its image, for those who run it over many: what it makes is
 * neither shown nor selected, and a failure stops no macro.
 */
public interface Restoration {

    /**
     * Makes an image of an image, as the command's parameters say.
     *
     * @param image the image, which stays as it is
     * @param stopped asked after each batch of tiles
     * @return the result, not shown
     * @throws org.onemodel.restore.OneModelException if a parameter's value or the image is refused
     * @throws java.util.concurrent.CancellationException once it was stopped
     */
    ImagePlus restore(ImagePlus image, BooleanSupplier stopped);
}
