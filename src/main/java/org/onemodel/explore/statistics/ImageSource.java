/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import org.onemodel.image.ImageOpener;

/** An image that is opened when its turn comes. */
public interface ImageSource {

    /**
     * What the image is called in tables and messages.
     *
     * @return its title or the path of its file
     */
    String name();

    /**
     * Opens it.
     *
     * @return an 8-bit, 16-bit, 32-bit or RGB image or stack, which is only read
     * @throws IOException if it can't be read
     */
    ImagePlus open() throws IOException;

    /**
     * An open image.
     *
     * @param image the image
     * @return a source that gives it
     */
    static ImageSource of(ImagePlus image) {
        String title = image == null ? "" : image.getTitle();
        return new Opened(title, () -> image);
    }

    /**
     * A file, of which a TIFF stack is read plane by plane.
     *
     * @param file an image that ImageJ reads
     * @return a source that opens it
     */
    static ImageSource of(Path file) {
        return new Opened(
                file.toString(),
                () ->
                        ImageOpener.openVirtually(file)
                                .orElseThrow(
                                        () ->
                                                new IOException(
                                                        file
                                                                + " can't be read as an image; open"
                                                                + " it in ImageJ or Fiji and save it"
                                                                + " as TIFF.")));
    }

    /** Opens an image in any way. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens.
         *
         * @return the image
         * @throws IOException if it can't be read
         */
        ImagePlus open() throws IOException;
    }

    /**
     * A source with a name.
     *
     * @param name what the image is called
     * @param opener opens it
     */
    record Opened(String name, Opener opener) implements ImageSource {

        @Override
        public ImagePlus open() throws IOException {
            return opener.open();
        }
    }
}
