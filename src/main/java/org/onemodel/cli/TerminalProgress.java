/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.PrintWriter;
import org.onemodel.restore.Pace;
import org.onemodel.restore.Progress;

/** One line on a terminal that tells how far the work is; nothing where messages go to a file. */
final class TerminalProgress implements Progress {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean shown = Boolean.getBoolean(Main.TERMINAL_PROPERTY);
    private final Progress pace = new Pace(new Line());

    TerminalProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void update(double fractionDone, String message) {
        if (shown) {
            pace.update(fractionDone, message);
        }
    }

    /** Removes the line, before something else is printed. */
    void clear() {
        if (shown) {
            terminal.print(ERASE_LINE);
            terminal.flush();
        }
    }

    /** Ctrl-C ends the program, and files are written whole or not at all. */
    @Override
    public boolean isCanceled() {
        return false;
    }

    private final class Line implements Progress {

        @Override
        public void update(double fractionDone, String message) {
            terminal.print(ERASE_LINE + message);
            terminal.flush();
        }

        @Override
        public boolean isCanceled() {
            return false;
        }
    }
}
