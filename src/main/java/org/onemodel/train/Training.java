/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.Constants;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.train.data.Batch;
import org.onemodel.train.data.BatchLoader;
import org.onemodel.train.data.TrainingData;
import org.onemodel.train.optimize.Adam;
import org.onemodel.train.optimize.Trainable;
import org.onemodel.train.record.History;
import org.onemodel.train.record.Snapshot;
import org.onemodel.train.settings.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits an encoder to images while the decoder stays as it is.
 *
 * <p>The loss is the squared error of the decoded image, averaged per image and summed over the
 * batch, as published. Snapshots, a history file and a bundle are written as training goes on; a
 * stopped run goes on from its last snapshot.
 */
public final class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final TrainingConfig config;

    /**
     * A run with these settings.
     *
     * @param config the settings
     */
    public Training(TrainingConfig config) {
        this.config = config;
    }

    /**
     * Trains to the end.
     *
     * @param resume whether to go on from the snapshot in the work folder, if there is one
     * @throws IOException if snapshot, history or bundle cannot be written
     * @throws TrainingException if the data cannot be used or the loss is no longer a number
     */
    public void run(boolean resume) throws IOException {
        Files.createDirectories(config.work());
        TrainingData data = TrainingData.open(config.data(), config.noise(), config.seed());
        Validation validation = new Validation(data.validation());
        try (Autoencoder autoencoder = start()) {
            TrainedBundle bundle = new TrainedBundle(config, Generators.fill(config, autoencoder));
            Map<String, Trainable> trained = trained(autoencoder);
            try (Adam adam = new Adam(config.optimizer(), trained, autoencoder.manager())) {
                Snapshot snapshot = new Snapshot(config.work().resolve("snapshot.safetensors"));
                int done =
                        resume && snapshot.exists()
                                ? snapshot.read(state(trained, adam), autoencoder.manager())
                                : 0;
                History history =
                        new History(
                                config.work().resolve("history.csv"), columns(validation), done);
                new Loop(autoencoder, trained, adam, data, validation, snapshot, history, bundle)
                        .run(done);
            }
        }
    }

    private Autoencoder start() throws IOException {
        Device device = TensorEngine.start().defaultDevice(); // a GPU where PyTorch sees one
        LOG.info("Training {} on {}", config.name(), device);
        Autoencoder autoencoder = config.architecture().build(TensorEngine.newManager(device));
        ((NetworkBlock) autoencoder.encoder()).draw(autoencoder.manager(), config.seed());
        return autoencoder;
    }

    private static Map<String, Trainable> trained(Autoencoder autoencoder) {
        Map<String, Trainable> trained = new LinkedHashMap<>();
        autoencoder
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            if (name.startsWith("encoder.") && parameter.getArray().hasGradient()) {
                                trained.put(name, new Trainable(parameter, 1));
                            }
                        });
        return trained;
    }

    private static Map<String, NDArray> state(Map<String, Trainable> trained, Adam adam) {
        Map<String, NDArray> state = new LinkedHashMap<>(adam.state());
        trained.forEach((n, t) -> state.put("weight." + n, t.parameter().getArray()));
        return state;
    }

    private static List<String> columns(Validation validation) {
        List<String> columns = new ArrayList<>(List.of("seconds", "learning_rate", "train_psnr"));
        columns.addAll(validation.names());
        return columns;
    }

    private static Map<String, Double> row(double seconds, double rate, double psnr) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("seconds", seconds);
        figures.put("learning_rate", rate);
        figures.put("train_psnr", psnr);
        return figures;
    }

    /** The iterations of one run. */
    private final class Loop {

        private final Autoencoder autoencoder;
        private final Map<String, Trainable> trained;
        private final Adam adam;
        private final TrainingData data;
        private final Validation validation;
        private final Snapshot snapshot;
        private final History history;
        private final TrainedBundle bundle;

        Loop(
                Autoencoder autoencoder,
                Map<String, Trainable> trained,
                Adam adam,
                TrainingData data,
                Validation validation,
                Snapshot snapshot,
                History history,
                TrainedBundle bundle) {
            this.autoencoder = autoencoder;
            this.trained = trained;
            this.adam = adam;
            this.data = data;
            this.validation = validation;
            this.snapshot = snapshot;
            this.history = history;
            this.bundle = bundle;
        }

        void run(int firstIteration) throws IOException {
            long start = System.nanoTime();
            double error = 0;
            int counted = 0;
            try (BatchLoader loader = data.batches(config.batch(), firstIteration)) {
                for (int i = firstIteration; i < config.iterations(); i++) {
                    double rate = config.optimizer().rateAt(i, config.iterations());
                    error += iterate(loader.next(), i, rate);
                    counted++;
                    int done = i + 1;
                    boolean last = done == config.iterations();
                    if (done % config.logEvery() == 0 || last) {
                        report(
                                done,
                                start,
                                rate,
                                error / counted,
                                last || done % config.snapshotEvery() == 0);
                        error = 0;
                        counted = 0;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrainingException(
                        "Training was interrupted; resume it with --resume.", e);
            }
        }

        /** One step; returns the mean squared error per value, on the scale [-1, 1]. */
        private double iterate(Batch batch, int iteration, double rate) {
            Shape shape = new Shape(batch.count(), 3, batch.side(), batch.side());
            double error;
            try (NDManager scratch = autoencoder.manager().newSubManager()) {
                NDArray input = scratch.create(batch.input(), shape);
                NDArray target = scratch.create(batch.target(), shape);
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    NDArray output =
                            autoencoder
                                    .decoder()
                                    .decode(
                                            autoencoder.pass(true),
                                            autoencoder
                                                    .encoder()
                                                    .encode(autoencoder.pass(true), input));
                    NDArray mean = output.sub(target).square().mean();
                    collector.backward(Constants.times(mean, config.batch()));
                    error = mean.getFloat();
                }
            }
            double norm = adam.step(iteration + 1, rate);
            LOG.debug("iteration {}: gradient norm {}", iteration + 1, norm);
            if (!Double.isFinite(error) || !Double.isFinite(norm)) {
                throw new TrainingException(
                        "The loss is no longer a number at iteration "
                                + (iteration + 1)
                                + ": lower optimizer.learningRate and resume with --resume.");
            }
            return error;
        }

        private void report(int done, long start, double rate, double error, boolean whole)
                throws IOException {
            double seconds = (System.nanoTime() - start) / 1e9;
            double psnr = 10 * Math.log10(4 / error);
            if (!whole) {
                LOG.info("iteration {}: {} dB", done, String.format("%.2f", psnr));
                history.add(done, row(seconds, rate, psnr));
                return;
            }
            SortedMap<String, Double> measured = validation.measure(autoencoder);
            Map<String, Double> row = row(seconds, rate, psnr);
            row.putAll(measured);
            history.add(done, row);
            snapshot.write(done, state(trained, adam));
            bundle.write(done, autoencoder, measured);
            LOG.info("iteration {}: validation {}", done, measured);
        }
    }
}
