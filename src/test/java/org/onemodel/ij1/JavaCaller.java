/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ShortProcessor;
import java.util.List;

/** Runs a command as Java code does, on an image that is not the active one. */
public final class JavaCaller {

    private JavaCaller() {}

    /** Denoises an image that is not shown, while another is the active one; gives all titles. */
    public static String denoise() {
        boolean before = Interpreter.batchMode;
        Interpreter.batchMode = true; // so that images are kept without windows
        try {
            new ImagePlus("active", new ShortProcessor(40, 40)).show();
            ImagePlus given = new ImagePlus("given", new ShortProcessor(48, 32));
            IJ.run(given, "OneModel Denoise...", "model=tiny device=cpu");
            return String.join(", ", List.of(WindowManager.getImageTitles()));
        } finally {
            Interpreter.batchMode = before;
        }
    }
}
