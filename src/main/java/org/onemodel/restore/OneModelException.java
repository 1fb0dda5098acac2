/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

/**
 * Something that the user can put right: one sentence that says what was wrong, where, and what to
 * do.
 */
public class OneModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param message one sentence for the user
     */
    public OneModelException(String message) {
        super(message);
    }

    /**
     * An error with a cause.
     *
     * @param message one sentence for the user
     * @param cause what went wrong below
     */
    public OneModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
