/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onemodel.image.Residual;
import org.onemodel.restore.Progress;

/** What a command does to each image. */
@FunctionalInterface
interface ImageStep {

    /**
     * Makes an image from an image.
     *
     * @param image the input, which stays as it is
     * @param progress asked and told
     * @return the result
     */
    ImagePlus apply(ImagePlus image, Progress progress);

    /**
     * What is to be written beside the result.
     *
     * @param image the input
     * @param result what {@link #apply(ImagePlus, Progress)} made of it
     * @return what was taken away, if that is wanted
     */
    default Optional<Residual> residual(ImagePlus image, ImagePlus result) {
        return Optional.empty();
    }

    /**
     * Makes a file from a file that the memory does not hold.
     *
     * @param input a file
     * @param output the file to write
     * @param progress asked and told
     * @return whether that was done; if not, the image is to be opened as a whole
     * @throws IOException if one of them can't be read or written
     */
    default boolean applyByRows(Path input, Path output, Progress progress) throws IOException {
        return false;
    }

    /**
     * Writes what else was made of the image that was written last.
     *
     * @param output the file of the result
     * @throws IOException if it could not be written
     */
    default void writeBeside(Path output) throws IOException {
        // most steps make one image
    }
}
