/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Says in one sentence why a checkpoint could not be read: which file, what was wrong with it, and
 * where something can be done about it, what to do.
 */
public class CheckpointException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the checkpoint, named in the message
     * @param problem what was wrong, continuing a sentence that starts with the file's name, as in
     *     "is cut short."
     */
    public CheckpointException(Path file, String problem) {
        super(sentence(file, problem));
    }

    /**
     * @param file the checkpoint, named in the message
     * @param problem what was wrong, continuing a sentence that starts with the file's name
     * @param cause the exception that told of it
     */
    public CheckpointException(Path file, String problem, Throwable cause) {
        super(sentence(file, problem), cause);
    }

    /** A file's name may hold a line feed or a terminal's commands too. */
    private static String sentence(Path file, String problem) {
        return DataUnpickler.onOneLine("Checkpoint " + file + " " + problem);
    }
}
