/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.io.IOException;

/** Tells in one sentence why a safetensors file cannot be read. */
public final class SafetensorsException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * @param problem what was wrong, continuing a sentence that starts with the file's name
     */
    public SafetensorsException(String problem) {
        super(problem);
    }

    /**
     * @param problem what was wrong, continuing a sentence that starts with the file's name
     * @param cause the exception that told of it
     */
    public SafetensorsException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
