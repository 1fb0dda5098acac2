/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.train.TrainingListener.Control;
import org.onemodel.train.TrainingListener.Line;
import org.onemodel.train.data.BatchLoader;
import org.onemodel.train.data.TrainingData;
import org.onemodel.train.record.History;
import org.onemodel.train.record.LearningCurve;
import org.onemodel.train.record.Snapshot;
import org.onemodel.train.settings.TrainingException;

/** The steps of one run, and what is written between them. */
final class TrainingLoop {

    private final TrainingConfig config;
    private final RunConfig run;
    private final TrainingData data;
    private final TrainingStep step;
    private final TrainedBundle bundle;
    private final TrainingListener listener;
    private final Validation validation;
    private final Samples samples;
    private final Snapshot snapshot;
    private final LineMeter meter;

    TrainingLoop(
            TrainingConfig config,
            TrainingData data,
            TrainingStep step,
            TrainedBundle bundle,
            Snapshot snapshot,
            TrainingListener listener) {
        this.config = config;
        this.run = config.run();
        this.data = data;
        this.step = step;
        this.bundle = bundle;
        this.listener = listener;
        this.validation = new Validation(config.strategy(), data.validation());
        this.samples = new Samples(config.strategy(), data.validation());
        this.snapshot = snapshot;
        this.meter = new LineMeter(run);
    }

    void run(String devices) throws IOException {
        try (NDManager scores = autoencoder().manager().newSubManager()) {
            BestScore best = new BestScore(scores);
            Map<String, NDArray> state = step.state();
            state.putAll(best.state());
            int done = 0;
            if (snapshot.exists()) {
                done = snapshot.read(state, scores);
                step.resumed();
            }
            History history = new History(config.work().resolve("history.csv"), columns(), done);
            listener.started(config, done, devices);
            try (BatchLoader batches = data.batches(run.batch(), done * run.passes())) {
                train(batches, done, history, best, state);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrainingException(
                        "Training was interrupted; resuming goes on from the last snapshot.", e);
            }
        }
    }

    private void train(
            BatchLoader batches,
            int first,
            History history,
            BestScore best,
            Map<String, NDArray> state)
            throws IOException, InterruptedException {
        meter.restart();
        Control control = Control.GO_ON;
        for (int done = first + 1; done <= run.iterations() && control == Control.GO_ON; done++) {
            meter.add(step.take(batches::next, done - 1));
            control = listener.control();
            if (control == Control.CANCEL) {
                throw new CancellationException(
                        "Training was canceled after "
                                + done
                                + " iterations; resuming goes on from the last snapshot.");
            }
            boolean last = done == run.iterations() || control == Control.STOP;
            boolean validate = last || done % run.snapshotEvery() == 0;
            Map<String, Double> line = new LinkedHashMap<>();
            if (validate || done % run.logEvery() == 0) {
                line.putAll(log(done));
            }
            if (validate) {
                line.putAll(validate(done, best));
            }
            if (!line.isEmpty()) {
                history.add(done, line);
            }
            if (validate) { // after the history, whose later lines a resumed run drops
                snapshot.write(done, state);
            }
            if (!line.isEmpty()) {
                meter.restart();
            }
            if (run.samplesEvery() > 0 && (last || done % run.samplesEvery() == 0)) {
                picture(done);
            }
        }
        LearningCurve.write(
                config.work().resolve("learning-curve.png"),
                LearningCurve.chart(
                        config.name(), "validation PSNR (dB)", history, validation.names()));
    }

    private Autoencoder autoencoder() {
        return step.primary().autoencoder();
    }

    private List<String> columns() {
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "imagesPerSecond",
                                TrainingListener.LEARNING_RATE,
                                TrainingListener.GRADIENT_NORM,
                                "loss"));
        columns.addAll(config.objective().parts());
        columns.addAll(validation.names());
        return columns;
    }

    /** The means since the last line. */
    private Map<String, Double> log(int done) {
        Line line = meter.line(done);
        listener.logged(line);
        Map<String, Double> figures = new LinkedHashMap<>(line.figures());
        figures.put("imagesPerSecond", line.imagesPerSecond());
        return figures;
    }

    /** Measures, and keeps the model if it is the best so far. */
    private Map<String, Double> validate(int done, BestScore best) throws IOException {
        return step.withBestWeights(
                () -> {
                    SortedMap<String, Double> figures = validation.measure(autoencoder());
                    boolean better = best.improve(Validation.score(figures));
                    if (better) {
                        bundle.write(config.output(), done, autoencoder(), figures);
                    }
                    bundle.write(config.work().resolve("last"), done, autoencoder(), figures);
                    listener.validated(done, figures, better);
                    return figures;
                });
    }

    private void picture(int done) throws IOException {
        Path file = config.work().resolve("samples").resolve(String.format("%07d.png", done));
        step.withBestWeights(
                () -> {
                    samples.write(autoencoder(), file);
                    return null;
                });
        listener.pictured(done, file);
    }
}
