/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.onemodel.train.ProgressWords;
import org.onemodel.train.TrainingConfig;
import org.onemodel.train.TrainingListener;

/** Tells on the terminal how a training run goes: a line as often as the history gets one. */
final class TrainingProgress implements TrainingListener {

    private final PrintWriter terminal;

    TrainingProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void started(TrainingConfig config, int done, String devices) {
        tell(
                "Training %s on %s: iteration %d of %d, history and pictures in %s",
                config.name(), devices, done, config.run().iterations(), config.work());
    }

    @Override
    public void logged(Line line) {
        tell("%s", ProgressWords.of(line));
    }

    @Override
    public void validated(int iteration, Map<String, Double> figures, boolean best) {
        tell(
                "%d: validation %s%s",
                iteration, ProgressWords.ofValidation(figures), best ? " (best so far)" : "");
    }

    @Override
    public void pictured(int iteration, Path picture) {
        // The folder was told at the start.
    }

    /** Ctrl-C ends the program, and the last snapshot stays. */
    @Override
    public Control control() {
        return Control.GO_ON;
    }

    private void tell(String format, Object... values) {
        terminal.println(String.format(Locale.ROOT, format, values));
        terminal.flush();
    }
}
