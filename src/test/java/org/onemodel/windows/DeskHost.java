/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import ij.ImageJ;
import java.io.InputStream;
import java.io.PrintStream;

/** ImageJ in a process of its own, whose windows are seen and used from another process. */
final class DeskHost {

    private DeskHost() {}

    /** Opens ImageJ and answers calls of a {@link Desk} until there are no more. */
    public static void main(String[] args) throws Exception {
        InputStream calls = System.in;
        PrintStream answers = System.out;
        System.setOut(System.err); // what ImageJ prints is no answer
        new ImageJ(ImageJ.STANDALONE);
        Calls.answer(Desk.class, new AwtDesk(), calls, answers);
        Runtime.getRuntime().halt(0);
    }
}
