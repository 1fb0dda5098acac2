/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written whole or not at all: into a temporary file beside it, which then takes its
 * place in one step.
 */
public final class WholeFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param file the file to write, which does not exist yet
         * @throws IOException if it could not be written
         */
        void writeTo(Path file) throws IOException;
    }

    private final Path target;

    /**
     * A file to write later.
     *
     * @param target the file
     * @throws IOException if its folder does not exist, nothing can be written there, or the path
     *     is a folder's; said now, before hours of computing
     */
    public WholeFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        Path folder = this.target.getParent();
        if (folder == null || Files.isDirectory(this.target)) {
            throw new IOException(target + " is a folder; give the path of a file to write.");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    target + " can't be written: " + folder + " is not a folder; make it first.");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(
                    target
                            + " can't be written: you may not write into the folder "
                            + folder
                            + "; check its permissions.");
        }
    }

    /**
     * Writes the file.
     *
     * @param content writes to a path beside the target, with the same file extension
     * @throws IOException if it could not be written; the target is then as it was before
     */
    public void write(Content content) throws IOException {
        String random = Long.toHexString(Double.doubleToLongBits(Math.random())).substring(4);
        Path temporary = target.resolveSibling(".onemodel-" + random + "-" + target.getFileName());
        try {
            content.writeTo(temporary);
            move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // some network drives
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
