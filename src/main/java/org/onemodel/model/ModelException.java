/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import java.io.IOException;

/** A model that cannot be found, read or written; its message is one sentence with the file. */
public final class ModelException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * With a sentence.
     *
     * @param message what was wrong, where, what to do
     */
    public ModelException(String message) {
        super(message);
    }

    /**
     * With a sentence and a cause.
     *
     * @param message what was wrong, where, what to do
     * @param cause why
     */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
