/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Without windows, ImageJ prints its error messages on the standard output; this takes them. */
final class ImageJOutput {

    /** Work done by ImageJ. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * What came of it.
     *
     * @param value the result
     * @param messages what ImageJ printed, empty if nothing
     */
    record Result<T>(T value, String messages) {}

    private ImageJOutput() {}

    /**
     * Runs ImageJ and takes what it prints.
     *
     * @param work a call of ImageJ
     * @return its result and its messages
     * @throws IOException if the work throws it
     */
    static synchronized <T> Result<T> of(Work<T> work) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream taken = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(taken);
            System.setErr(taken);
            T value = work.run();
            taken.flush();
            return new Result<>(value, bytes.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
