/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import net.imagej.patcher.LegacyInjector;

/** ImageJ 1 without a screen, in a JVM of its own: runs one macro and prints what it returns. */
public final class HeadlessImageJ {

    /** Starts the line with the macro's answer. */
    static final String ANSWER = "ANSWER ";

    private HeadlessImageJ() {}

    /** Runs the macro in the first argument; the second is the macro's own argument. */
    public static void main(String[] args) {
        LegacyInjector.preinit(); // before any class of ImageJ is loaded
        Host.run(args[0], args[1]);
    }

    private static final class Host {
        static void run(String macro, String argument) {
            System.out.println(ANSWER + IJ.runMacro(macro, argument));
            System.exit(0);
        }
    }
}
