/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onemodel.model.DeviceNames;
import org.onemodel.model.TensorEngine;
import org.onemodel.train.data.PlainCrops;
import org.onemodel.train.record.History;
import org.onemodel.train.record.Means;
import org.onemodel.train.record.Snapshot;
import org.onemodel.train.settings.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a StyleGAN 2 generator on images, against a discriminator (Karras et al. 2020).
 *
 * <p>A history file, grids of samples, snapshots and a bundle are written as training goes on; a
 * stopped run goes on from its last snapshot and ends, on a CPU with one thread, to the bit as it
 * would have ended.
 */
public final class GeneratorTraining {

    private static final Logger LOG = LoggerFactory.getLogger(GeneratorTraining.class);

    private static final String RATE = "learningRate";
    private static final String SPEED = "imagesPerSecond";
    private static final List<String> COLUMNS =
            List.of(
                    Gan.DISCRIMINATOR_LOSS,
                    Gan.GENERATOR_LOSS,
                    Gan.R1,
                    Gan.PATH_LENGTH,
                    RATE,
                    SPEED);

    private final GeneratorConfig config;

    /**
     * A run with these settings.
     *
     * @param config the settings
     */
    public GeneratorTraining(GeneratorConfig config) {
        this.config = config;
    }

    /**
     * Trains to the end.
     *
     * @param resume whether to go on from the snapshot in the work folder, if there is one; without
     *     it, an earlier run is never overwritten
     * @throws IOException if a file cannot be written
     * @throws TrainingException if the images cannot be used or a loss is no longer a number
     */
    public void run(boolean resume) throws IOException {
        Snapshot snapshot = new Snapshot(config.work().resolve("snapshot.safetensors"));
        if (!resume) {
            snapshot.requireNone();
        }
        GeneratorBundle bundle = new GeneratorBundle(config);
        RealImages images = PlainCrops.open(config.data())::sample;
        Files.createDirectories(config.work());
        Device device = DeviceNames.device(config.device());
        LOG.info("Training generator {} on {}", config.name(), DeviceNames.name(device));
        try (Gan gan = new Gan(config, TensorEngine.newManager(device))) {
            int done = snapshot.exists() ? snapshot.read(gan.state(), gan.manager()) : 0;
            new Loop(gan, images, snapshot, bundle, done).run();
        }
    }

    /** The iterations of one run. */
    private final class Loop {

        private final Gan gan;
        private final RealImages images;
        private final Snapshot snapshot;
        private final GeneratorBundle bundle;
        private final int first;
        private final History history;
        private final SampleGrid grid;
        private final Means means = new Means();
        private long since = System.nanoTime();
        private int counted;

        Loop(Gan gan, RealImages images, Snapshot snapshot, GeneratorBundle bundle, int first)
                throws IOException {
            this.gan = gan;
            this.images = images;
            this.snapshot = snapshot;
            this.bundle = bundle;
            this.first = first;
            this.history = new History(config.work().resolve("history.csv"), COLUMNS, first);
            this.grid = new SampleGrid(gan, config.seed());
        }

        void run() throws IOException {
            try (Prefetch<GanBatch> batches = new Prefetch<>(this::batch, first)) {
                for (int i = first; i < config.iterations(); i++) {
                    means.add(gan.iterate(batches.next(), i));
                    counted++;
                    writeWhatIsDue(i + 1);
                }
            }
        }

        private GanBatch batch(int iteration) {
            return GanBatch.of(config, images, gan.generator(), iteration);
        }

        private void writeWhatIsDue(int done) throws IOException {
            boolean last = done == config.iterations();
            if (last || done % config.every().log() == 0) {
                log(done);
            }
            if (last || done % config.every().samples() == 0) {
                grid.write(gan, samples(done));
            }
            if (last || done % config.every().snapshot() == 0) {
                // The snapshot last: a run that is killed in between writes both again.
                bundle.write(done, gan.averagedWeights());
                snapshot.write(done, gan.state());
            }
        }

        private void log(int done) throws IOException {
            Map<String, Double> figures = means.take();
            long now = System.nanoTime();
            figures.put(RATE, config.optimizer().rateAt(done - 1, config.iterations()));
            figures.put(SPEED, counted * config.batch() / ((now - since) / 1e9));
            since = now;
            counted = 0;
            history.add(done, figures);
            LOG.info("iteration {} of {}: {}", done, config.iterations(), words(figures));
        }

        private static String words(Map<String, Double> figures) {
            return figures.entrySet().stream()
                    .map(
                            figure ->
                                    String.format(
                                            Locale.ROOT,
                                            "%s %.4g",
                                            figure.getKey(),
                                            figure.getValue()))
                    .collect(Collectors.joining(", "));
        }

        private Path samples(int done) {
            return config.work().resolve(String.format(Locale.ROOT, "samples-%07d.png", done));
        }
    }
}
