/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        Map<String, Double> losses = new TreeMap<>(line.figures());
        double rate = losses.remove("learningRate");
        losses.remove("gradientNorm");
        String parts =
                losses.entrySet().stream()
                        .map(
                                loss ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.4g",
                                                loss.getKey(),
                                                loss.getValue()))
                        .collect(Collectors.joining(", "));
        tell(
                "%d of %d: %s, rate %.2e, %.1f images/s, %s left",
                line.iteration(),
                line.iterations(),
                parts,
                rate,
                line.imagesPerSecond(),
                duration(line.secondsLeft()));
    }

    @Override
    public void validated(int iteration, Map<String, Double> figures, boolean best) {
        String parts =
                new TreeMap<>(figures)
                        .entrySet().stream()
                                .map(
                                        f ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%s %.2f dB",
                                                        f.getKey(),
                                                        f.getValue()))
                                .collect(Collectors.joining(", "));
        tell("%d: validation %s%s", iteration, parts, best ? " (best so far)" : "");
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

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60)
                : String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }

    private void tell(String format, Object... values) {
        terminal.println(String.format(Locale.ROOT, format, values));
        terminal.flush();
    }
}
