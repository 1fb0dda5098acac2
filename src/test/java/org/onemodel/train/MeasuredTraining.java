/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.onemodel.model.TensorEngine;

/** Trains in a process of its own and writes down how much memory that process holds. */
final class MeasuredTraining implements TrainingListener {

    private final Map<Integer, Long> kilobytes = new TreeMap<>();

    private MeasuredTraining() {}

    /**
     * Trains and prints a line at each line of the history: iterations, then resident memory in
     * kilobytes.
     *
     * @param args the file of settings
     */
    public static void main(String[] args) throws IOException {
        TensorEngine.start();
        MeasuredTraining measured = new MeasuredTraining();
        TrainingConfig config = TrainingConfigs.read(Path.of(args[0]), Map.of());
        new Training(config, measured).run(false);
        measured.kilobytes.forEach((done, held) -> System.out.println(done + " " + held));
    }

    @Override
    public void logged(Line line) {
        try {
            String held =
                    Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(entry -> entry.startsWith("VmRSS:"))
                            .findFirst()
                            .orElseThrow();
            kilobytes.put(line.iteration(), Long.valueOf(held.replaceAll("\\D", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Control control() {
        return Control.GO_ON;
    }
}
