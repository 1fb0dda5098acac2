/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

/** Some files of a batch failed, and the user has been told which. */
final class BatchFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BatchFailedException(String message) {
        super(message);
    }
}
