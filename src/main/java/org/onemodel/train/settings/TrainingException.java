/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.settings;

/** A training run that cannot start or go on; the message says in one sentence why. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With a sentence.
     *
     * @param message what was wrong, where, what to do
     */
    public TrainingException(String message) {
        super(message);
    }

    /**
     * With a sentence and a cause.
     *
     * @param message what was wrong, where, what to do
     * @param cause why
     */
    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
