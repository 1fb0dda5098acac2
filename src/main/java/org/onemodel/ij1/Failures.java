/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import org.onemodel.restore.OneModelException;

/** Failures as users read them. */
public final class Failures {

    private Failures() {}

    /**
     * What OneModel says of a failure, else what its first cause says.
     *
     * @param failure the failure
     * @return one sentence, if it is one of OneModel's
     */
    public static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof OneModelException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
