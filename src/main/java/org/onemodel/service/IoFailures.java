/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.io.IOException;
import org.onemodel.restore.OneModelException;

/** Failures of reading and writing, told as the service tells all of them. */
final class IoFailures {

    private IoFailures() {}

    /** Something that reads or writes. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /**
     * Does something that reads or writes.
     *
     * @param work does it
     * @return its result
     * @throws OneModelException if it fails, with its sentence
     */
    static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }
}
