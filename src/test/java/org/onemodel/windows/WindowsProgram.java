/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import ij.ImageJ;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.util.List;
import org.onemodel.command.PairCommand;
import org.onemodel.command.TableCommand;
import org.onemodel.ij1.CommandPlugIn;

/** ImageJ with its windows, in which commands ask for two images and show a table; prints all. */
public final class WindowsProgram {

    private static final String DIALOG = "Pair";

    private WindowsProgram() {}

    /** Runs the commands. */
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
        for (String batch : List.of("", "setBatchMode(true);")) {
            System.out.println("table" + desk.macro(batch + table()));
        }
        System.out.println("plot " + WindowManager.getImage("Sides").getWindow().getClass());
        Runtime.getRuntime().halt(0);
    }

    /** A macro that runs a command and reads the table which that gives. */
    private static String table() {
        return "call('"
                + WindowsProgram.class.getName()
                + ".measure');"
                + "return ' ' + Table.title + ', ' + Table.size + ', ' + Table.get('side', 1)"
                + " + ', ' + Table.get('side', 1, Table.title);";
    }

    /** Runs a command that gives a table. */
    public static String measure() {
        Thread thread = Thread.currentThread();
        String before = thread.getName();
        thread.setName("Run$_" + before); // where ImageJ expects a macro's options
        Macro.setOptions("model=tiny");
        new CommandPlugIn().run(TableCommand.class.getName());
        Macro.setOptions(null);
        thread.setName(before);
        return "";
    }
}
