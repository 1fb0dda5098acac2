/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import java.io.IOException;

/** Says in one sentence why PyTorch does not start, and what to do. */
public final class EngineProblem extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** There is no native library: it would have to be downloaded. */
        MISSING,
        /** The native library ended an earlier Java when it was loaded. */
        CRASHED,
        /** It is there and does not work. */
        UNUSABLE
    }

    private final Kind kind;

    /**
     * A problem.
     *
     * @param kind what is wrong
     * @param sentence what is wrong and what to do
     * @param cause what told of it, or null
     */
    EngineProblem(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /**
     * What is wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
