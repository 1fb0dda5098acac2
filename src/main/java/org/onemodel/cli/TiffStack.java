/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSource;
import org.onemodel.tiff.SampleType;
import org.onemodel.tiff.TiffPlanes;

/**
 * The planes of a TIFF file that is read by rows.
 *
 * @param file the file, for messages
 * @param tiff its planes, which stay their owner's
 */
record TiffStack(Path file, TiffPlanes tiff) implements Planes {

    @Override
    public int width() {
        return tiff.image().width();
    }

    @Override
    public int height() {
        return tiff.image().height();
    }

    @Override
    public int count() {
        return tiff.count();
    }

    @Override
    public RowSource rows(int index) {
        try {
            return tiff.plane(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean mayHaveHoles() {
        return tiff.image().type() == SampleType.FLOAT32;
    }

    @Override
    public String nameOf(int index) {
        return "Plane " + (index + 1) + " of " + file;
    }
}
