/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import ij.process.ByteProcessor;

/** Whether Java can draw letters here. Small servers lack a library or the fonts. */
public final class JavaFonts {

    /** Asked once: what fails at first, fails in other ways later. */
    private static final boolean WORK = work();

    private JavaFonts() {}

    /**
     * Whether ImageJ's plots and texts can be drawn.
     *
     * @return false on a server without fonts
     */
    public static boolean areThere() {
        return WORK;
    }

    private static boolean work() {
        try {
            return new ByteProcessor(1, 1).getStringWidth("text") > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false; // Java throws any of these
        }
    }
}
