/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Data that cannot lie in the repository: in the folder that the system property {@code
 * onemodel.shared} or the environment variable {@code ONEMODEL_SHARED} names, else in the folder
 * {@code shared} beside it.
 */
public final class SharedData {

    private static final Path FOLDER =
            Path.of(
                    System.getProperty(
                            "onemodel.shared",
                            Objects.requireNonNullElse(
                                    System.getenv("ONEMODEL_SHARED"), "../shared")));

    private SharedData() {}

    /** A file or folder of it; without it the test that asks is skipped. */
    public static Path get(String path) {
        Path file = FOLDER.resolve(path);
        assumeTrue(Files.exists(file), "there is no " + file);
        return file;
    }
}
