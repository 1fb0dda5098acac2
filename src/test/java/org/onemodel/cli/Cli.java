/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What one command did.
 *
 * @param exitCode 0, 1 or 2
 * @param out results
 * @param err messages
 */
record Cli(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    static Cli run(Object... arguments) {
        String[] args = new String[arguments.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Cli(exitCode, out.toString().strip(), err.toString().strip());
    }
}
