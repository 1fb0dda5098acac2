/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Huge files of which only some rows are on the disk; all others are 0. */
final class SparseTiff {

    private SparseTiff() {}

    /** Makes a file laid out as {@link TiffWriter} does, with nothing but zeros. */
    static FileLayout make(Path file, TiffImage image) throws IOException {
        FileLayout layout = FileLayout.of(image);
        try (TiffOutput output = new TiffOutput(file, file)) {
            output.write(0, layout.header());
            for (int i = 0; i < layout.directories(); i++) {
                output.write(layout.directoryPosition(i), layout.directory(i));
            }
            output.write(layout.sharedPosition(), layout.sharedValues());
        }
        setLength(file, layout.fileBytes());
        return layout;
    }

    /** Writes bytes anywhere. */
    static void write(Path file, long position, byte... bytes) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(position);
            access.write(bytes);
        }
    }

    /** Makes a file longer, by zeros that are not on the disk, or shorter. */
    static void setLength(Path file, long length) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
        }
    }
}
