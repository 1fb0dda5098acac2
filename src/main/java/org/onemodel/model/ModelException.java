/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;

/** A model that cannot be found, read or written; its message is one sentence with the file. */
public final class ModelException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 800;
    private static final int SHOWN_OF_THE_END = 100;

    /**
     * With a sentence.
     *
     * @param message what was wrong, where, what to do
     */
    public ModelException(String message) {
        super(fitForALine(message));
    }

    /**
     * With a sentence and a cause.
     *
     * @param message what was wrong, where, what to do
     * @param cause why
     */
    public ModelException(String message, Throwable cause) {
        super(fitForALine(message), cause);
    }

    /** What files say of themselves may hold line feeds, a terminal's commands, or a novel. */
    private static String fitForALine(String message) {
        String line = message.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST - SHOWN_OF_THE_END)
                        + "…"
                        + line.substring(line.length() - SHOWN_OF_THE_END);
    }
}
