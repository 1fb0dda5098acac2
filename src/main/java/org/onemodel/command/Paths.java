/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.onemodel.restore.OneModelException;

/** Paths that users may leave out. */
final class Paths {

    private Paths() {}

    /**
     * The path that a user gave.
     *
     * @param file a file parameter; an empty path where nothing is given
     * @return the path, or nothing
     * @throws OneModelException if it can't be a path
     */
    static Optional<Path> given(File file) {
        try {
            return file == null || file.getPath().isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(file.getPath().strip()));
        } catch (InvalidPathException e) {
            throw new OneModelException(
                    "'" + file + "' can't be the path of a file; give another.", e);
        }
    }
}
