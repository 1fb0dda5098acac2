/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.util.Map;
import org.onemodel.train.ProgressWords;
import org.onemodel.train.TrainingConfig;
import org.onemodel.train.TrainingListener;
import org.scijava.log.LogService;

/** Shows a training run as a task and in SciJava's status, and writes it into its log. */
final class TrainingStatus implements TrainingListener {

    /** Between two updates; more often than four times a second nobody can read them. */
    private static final long NANOSECONDS = 250_000_000;

    private final TaskProgress task;
    private final LogService log;
    private int done;
    private int iterations;
    private String words = "";
    private long shown;

    /**
     * For one run.
     *
     * @param task where to show it, and what may cancel it
     * @param log where to write it
     */
    TrainingStatus(TaskProgress task, LogService log) {
        this.task = task;
        this.log = log;
    }

    @Override
    public void started(TrainingConfig config, int doneBefore, String devices) {
        done = doneBefore;
        iterations = config.run().iterations();
        words = config.name() + " on " + devices;
        log.info(
                "OneModel train: %s on %s, iteration %d of %d, history and pictures in %s"
                        .formatted(
                                config.name(),
                                devices,
                                done,
                                iterations,
                                config.work().toAbsolutePath()));
        show();
    }

    @Override
    public void logged(Line line) {
        words = ProgressWords.of(line);
        log.info("OneModel train: " + words);
    }

    @Override
    public void validated(int iteration, Map<String, Double> figures, boolean best) {
        log.info(
                "OneModel train: iteration %d, validation %s%s"
                        .formatted(
                                iteration,
                                ProgressWords.ofValidation(figures),
                                best ? " (best so far)" : ""));
    }

    @Override
    public Control control() {
        done++;
        if (System.nanoTime() - shown > NANOSECONDS) {
            show();
        }
        return task.isCanceled() ? Control.CANCEL : Control.GO_ON;
    }

    private void show() {
        shown = System.nanoTime();
        task.show(done, iterations, words);
    }
}
