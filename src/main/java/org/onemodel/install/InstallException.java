/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.install;

import java.io.IOException;

/** Why nothing was installed or taken out: one sentence for the user. */
public class InstallException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * An error.
     *
     * @param message one sentence for the user
     */
    public InstallException(String message) {
        super(message);
    }

    /**
     * An error with a cause.
     *
     * @param message one sentence for the user
     * @param cause what went wrong below
     */
    public InstallException(String message, Throwable cause) {
        super(message, cause);
    }
}
