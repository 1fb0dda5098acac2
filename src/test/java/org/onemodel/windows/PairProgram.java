/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import ij.ImageJ;
import ij.plugin.frame.Recorder;
import java.util.List;
import org.onemodel.command.PairCommand;
import org.onemodel.ij1.CommandPlugIn;

/** ImageJ with its windows, in which a user gives a command two images; prints what happens. */
public final class PairProgram {

    private static final String DIALOG = "Pair";

    private PairProgram() {}

    /** Asks, records, and replays the recorded line's options. */
    public static void main(String[] args) throws Exception {
        new ImageJ(ImageJ.STANDALONE);
        Desk desk = new AwtDesk();
        desk.macro(
                "newImage('a b', '8-bit', 8, 8, 1); newImage('c', '8-bit', 9, 9, 1);"
                        + "newImage('c', '8-bit', 10, 10, 1);");
        new Recorder();
        Recorder.setCommand("Test Pair...");
        Thread command =
                new Thread(() -> new CommandPlugIn().run(PairCommand.class.getName()), "command");
        command.start();
        List<FieldView> fields = desk.window(DIALOG).fields();
        System.out.println("first " + fields.get(0).label() + " " + fields.get(0).value());
        System.out.println("second " + fields.get(1).label() + " " + fields.get(1).value());
        System.out.println("choices " + fields.get(1).choices());
        desk.press(DIALOG, "OK");
        command.join();
        System.out.println("recorded " + Recorder.getCommandOptions());
        System.out.println("images " + desk.images());
        Runtime.getRuntime().halt(0);
    }
}
