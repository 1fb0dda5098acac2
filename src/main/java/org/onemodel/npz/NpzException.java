/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.npz;

import java.io.IOException;
import java.nio.file.Path;

/** An {@code .npz} file that can't be used, in one sentence. */
public final class NpzException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with a file.
     *
     * @param file the file
     * @param what how the sentence that begins with the file goes on
     */
    public NpzException(Path file, String what) {
        super(file + " " + what);
    }

    /**
     * Says what is wrong with a file, and what caused it.
     *
     * @param file the file
     * @param what how the sentence that begins with the file goes on
     * @param cause the cause
     */
    public NpzException(Path file, String what, Throwable cause) {
        super(file + " " + what, cause);
    }
}
