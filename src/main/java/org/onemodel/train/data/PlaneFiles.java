/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.onemodel.image.ImageOpener;
import org.onemodel.train.settings.TrainingException;

/**
 * Reads planes of files as they are kept in memory.
 *
 * @param side side to which planes are resized; nothing if they stay as they are
 */
record PlaneFiles(Optional<Integer> side) {

    /** Opens a file; its planes are read when they are asked for, where the format allows it. */
    static ImagePlus open(Path file) throws IOException {
        ImagePlus image =
                ImageOpener.openVirtually(file)
                        .orElseThrow(() -> new IOException("ImageJ can't read it as an image"));
        if (image.getWidth() == 0 || image.getStackSize() == 0) {
            throw new IOException("it has no pixels");
        }
        return image;
    }

    /**
     * Reads one plane.
     *
     * @throws TrainingException if the file has gone or changed
     */
    StoredPlane decode(PlaneSource.Id id) {
        try {
            return stored(open(id.file()), id.index());
        } catch (IOException | RuntimeException e) {
            throw new TrainingException(
                    "The training image "
                            + id
                            + " can no longer be read ("
                            + e.getMessage()
                            + "); put it back and go on with --resume.",
                    e);
        }
    }

    /** One plane of an open image. */
    StoredPlane stored(ImagePlus image, int index) throws IOException {
        ImageProcessor plane = image.getStack().getProcessor(index + 1);
        if (plane == null) {
            throw new IOException("it has no plane " + (index + 1));
        }
        if (image.getType() == ImagePlus.COLOR_256) {
            plane = plane.convertToRGB(); // places in a table of colours are no grey values
        }
        return side.isPresent() ? StoredPlane.resized(plane, side.get()) : StoredPlane.of(plane);
    }
}
