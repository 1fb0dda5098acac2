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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.model.TensorEngine;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Scalars;
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

    private static final List<String> COLUMNS =
            List.of(
                    "seconds",
                    "learning_rate",
                    "train_psnr",
                    "psnr_grey_15",
                    "psnr_grey_25",
                    "psnr_grey_50",
                    "psnr_colour_25");

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
        TrainingImages images = TrainingImages.read(config.images(), config.crop());
        int side = 2 * config.crop();
        Validation validation =
                new Validation(TrainingImages.read(config.validation(), side), side);
        try (Autoencoder autoencoder = start()) {
            TrainedBundle bundle = new TrainedBundle(config, Generators.fill(config, autoencoder));
            Map<String, Trainable> trained = trained(autoencoder);
            try (Adam adam = new Adam(config.optimizer(), trained, autoencoder.manager())) {
                Snapshot snapshot = new Snapshot(config.work().resolve("snapshot.safetensors"));
                int done =
                        resume && snapshot.exists()
                                ? snapshot.read(state(trained, adam), autoencoder.manager())
                                : 0;
                History history = new History(config.work().resolve("history.csv"), COLUMNS, done);
                new Loop(autoencoder, trained, adam, images, validation, snapshot, history, bundle)
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

    private static Map<String, Double> row(
            double seconds, double rate, double psnr, double... measured) {
        double[] all = {seconds, rate, psnr, 0, 0, 0, 0};
        Map<String, Double> figures = new LinkedHashMap<>();
        System.arraycopy(measured, 0, all, 3, measured.length);
        for (int i = 0; i < 3 + measured.length; i++) {
            figures.put(COLUMNS.get(i), all[i]);
        }
        return figures;
    }

    /** The iterations of one run. */
    private final class Loop {

        private final Autoencoder autoencoder;
        private final Map<String, Trainable> trained;
        private final Adam adam;
        private final TrainingImages images;
        private final Validation validation;
        private final Snapshot snapshot;
        private final History history;
        private final TrainedBundle bundle;

        Loop(
                Autoencoder autoencoder,
                Map<String, Trainable> trained,
                Adam adam,
                TrainingImages images,
                Validation validation,
                Snapshot snapshot,
                History history,
                TrainedBundle bundle) {
            this.autoencoder = autoencoder;
            this.trained = trained;
            this.adam = adam;
            this.images = images;
            this.validation = validation;
            this.snapshot = snapshot;
            this.history = history;
            this.bundle = bundle;
        }

        void run(int firstIteration) throws IOException {
            long start = System.nanoTime();
            double error = 0;
            int counted = 0;
            try (BatchLoader loader = new BatchLoader(config, images, firstIteration)) {
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
            Shape shape = new Shape(config.batch(), 3, config.crop(), config.crop());
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
                    collector.backward(Scalars.times(mean, config.batch()));
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

        private static SortedMap<String, Double> figures(double[] psnr) {
            return new TreeMap<>(
                    Map.of(
                            "validation psnr grey sigma 15", psnr[0],
                            "validation psnr grey sigma 25", psnr[1],
                            "validation psnr grey sigma 50", psnr[2],
                            "validation psnr colour sigma 25", psnr[3]));
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
            double[] measured = {
                validation.psnr(autoencoder, 15, true),
                validation.psnr(autoencoder, 25, true),
                validation.psnr(autoencoder, 50, true),
                validation.psnr(autoencoder, 25, false)
            };
            history.add(done, row(seconds, rate, psnr, measured));
            snapshot.write(done, state(trained, adam));
            bundle.write(done, autoencoder, figures(measured));
            LOG.info(
                    "iteration {}: validation at σ = 25: {} dB grey, {} dB colour",
                    done,
                    String.format("%.2f", measured[1]),
                    String.format("%.2f", measured[3]));
        }
    }
}
