/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import ij.WindowManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import net.imagej.patcher.LegacyInjector;

/**
 * ImageJ 1 without a screen, in a JVM of its own: runs the macros that come in, one a line, and
 * prints what each returns.
 */
public final class HeadlessImageJ {

    /** Starts the last line of what a macro prints; its answer follows. */
    static final String ANSWER = "ANSWER ";

    private HeadlessImageJ() {}

    /** Runs macros until there are no more. */
    public static void main(String[] args) throws IOException {
        LegacyInjector.preinit(); // before any class of ImageJ is loaded
        Host.run();
        System.exit(0);
    }

    private static final class Host {
        static void run() throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String macro = in.readLine(); macro != null; macro = in.readLine()) {
                System.out.println(ANSWER + IJ.runMacro(macro, ""));
                closeAll();
            }
        }

        private static void closeAll() {
            while (WindowManager.getCurrentImage() != null) {
                WindowManager.getCurrentImage().close();
            }
        }
    }
}
