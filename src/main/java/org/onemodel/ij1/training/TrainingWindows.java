/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.Timer;
import org.onemodel.command.TrainingMonitor;
import org.onemodel.train.ProgressWords;
import org.onemodel.train.TrainingConfig;
import org.scijava.plugin.Plugin;

/**
 * Shows a training run in ImageJ and Fiji: a plot, the last sample picture, and a window with
 * buttons. Plot and pictures stay open at the end; closing them earlier does not end the run.
 *
 * <p>The thread that trains leaves what it has to say to the event dispatch thread, which draws it
 * four times a second at most.
 */
@Plugin(type = TrainingMonitor.class)
public final class TrainingWindows implements TrainingMonitor {

    private static final int MILLISECONDS = 250;
    private static final String TITLE = "OneModel Train";

    private final AtomicReference<Control> wish = new AtomicReference<>(Control.GO_ON);
    private final AtomicInteger done = new AtomicInteger();

    // These belong to the event dispatch thread, which makes them when the windows open.
    private final Timer timer = new Timer(MILLISECONDS, event -> update());
    private TrainingControls controls;
    private TrainingPlot plot;
    private SampleStrip strip;
    private String name = "";
    private int iterations;
    private String line = "";
    private String validation = "";

    /** For SciJava, which makes one per run. */
    public TrainingWindows() {}

    @Override
    public void open(Path settings) {
        EventQueue.invokeLater(
                () -> {
                    line = "Reading " + settings.getFileName() + ", images and networks…";
                    TrainingDesk desk = new TrainingDesk();
                    plot = new TrainingPlot(desk::addToRow);
                    strip = new SampleStrip(desk::addBelow);
                    controls = new TrainingControls(TITLE, desk::addToRow, wish::set);
                    update();
                    timer.start();
                });
    }

    @Override
    public void started(TrainingConfig config, int doneBefore, String devices) {
        done.set(doneBefore);
        EventQueue.invokeLater(
                () -> {
                    name = config.name();
                    iterations = config.run().iterations();
                    line = "Training on " + devices + ".";
                    plot.start(doneBefore);
                });
    }

    @Override
    public void logged(Line next) {
        EventQueue.invokeLater(
                () -> {
                    line = ProgressWords.of(next);
                    plot.addLosses(next.iteration(), next.losses());
                });
    }

    @Override
    public void validated(int iteration, Map<String, Double> figures, boolean best) {
        EventQueue.invokeLater(
                () -> {
                    validation =
                            "\nValidation at %d: %s%s"
                                    .formatted(
                                            iteration,
                                            ProgressWords.ofValidation(figures),
                                            best ? " (best so far)" : "");
                    plot.addValidation(iteration, figures);
                });
    }

    @Override
    public void pictured(int iteration, Path picture) {
        EventQueue.invokeLater(() -> strip.add(iteration, picture));
    }

    @Override
    public Control control() {
        done.incrementAndGet();
        return wish.get();
    }

    @Override
    public void close() {
        EventQueue.invokeLater(
                () -> {
                    timer.stop();
                    update();
                    controls.close();
                });
    }

    private void update() {
        String title = TITLE + (name.isEmpty() ? "" : ": " + name);
        controls.update(title, done.get(), iterations, line + validation);
        plot.update(title);
        strip.update(title);
    }
}
