/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

/** What to do, in the words of the command line and of macros. */
final class Advice {

    private static final String IN_IMAGEJ = " (in ImageJ, OneModel Engine...)";

    static final String RESET = "'onemodel engine reset'" + IN_IMAGEJ;
    static final String RETRY = "'onemodel engine retry'" + IN_IMAGEJ;

    private Advice() {}

    static String install(Flavor flavor) {
        return "'onemodel engine install --flavor " + flavor + "'" + IN_IMAGEJ;
    }
}
