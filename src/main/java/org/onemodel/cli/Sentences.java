/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** One sentence for each failure. */
final class Sentences {

    private Sentences() {}

    /**
     * What went wrong, in one line.
     *
     * @param failure what was thrown
     * @return its own message where it was written for people, else one that names the problem
     */
    static String of(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "The memory is too small ("
                    + failure.getMessage()
                    + "); use a smaller --batch or --tile, or set ONEMODEL_JAVA_OPTIONS=-Xmx8g for"
                    + " 8 GB.";
        }
        if (failure instanceof FileSystemException problem) {
            return ofFile(problem);
        }
        if (failure instanceof EngineException) {
            return oneLine("PyTorch failed (" + failure.getMessage() + "); try --device cpu.");
        }
        boolean forPeople =
                failure instanceof IOException
                        || failure instanceof IllegalArgumentException
                        || failure.getClass().getPackageName().startsWith("org.onemodel");
        if (forPeople && failure.getMessage() != null) {
            return oneLine(failure.getMessage());
        }
        return oneLine(
                "This should not happen: "
                        + failure
                        + "; please report it, with what --debug prints.");
    }

    private static String ofFile(FileSystemException problem) {
        String file = problem.getFile();
        if (problem instanceof NoSuchFileException) {
            return "There is no file " + file + "; check the path.";
        }
        if (problem instanceof AccessDeniedException) {
            return "You may not read or write " + file + "; check its permissions.";
        }
        if (problem instanceof NotDirectoryException) {
            return file + " is not a folder; give the path of a folder.";
        }
        String reason = problem.getReason() == null ? "unknown reason" : problem.getReason();
        return oneLine(file + " can't be used (" + reason + ").");
    }

    /**
     * The same text without line breaks.
     *
     * @param text any text
     * @return one line
     */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
