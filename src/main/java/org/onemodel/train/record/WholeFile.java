/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.record;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside, under its name and {@code .part}, and then takes its place in one
 * step: whoever reads it, and a run that is killed or finds the disk full, has the old or the new
 * one whole.
 */
final class WholeFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes or replaces a file; a part that a killed run has left is overwritten.
     *
     * @param file the file, in a folder that exists
     * @param content writes to a path beside it
     * @throws IOException if it could not be written; the file is then as it was before
     */
    static void write(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            content.writeTo(part);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            discard(part, e);
            throw e;
        }
    }

    private static void discard(Path part, Exception failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Why a file could not be written, without its name.
     *
     * @param failure what was thrown
     * @return such as {@code No space left on device}
     */
    static String reason(IOException failure) {
        String reason =
                failure instanceof FileSystemException problem
                        ? problem.getReason()
                        : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
