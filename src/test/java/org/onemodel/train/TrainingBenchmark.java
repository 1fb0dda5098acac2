/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a training run costs beyond its computation: blocks of steps of a run, with loading, noise,
 * moving average, history and log lines, and blocks of bare steps, in turns in one process, so that
 * both see the same machine. A run's last validation and snapshot are not timed.
 */
public final class TrainingBenchmark {

    private static final int IMAGES = 12;
    private static final int SIDE = 256;
    private static final int LINES_EVERY = 10;

    private final TrainingConfig config;
    private final int blocks;
    private final int steps;

    /**
     * With settings of at least {@code (blocks + 1) * steps} iterations.
     *
     * @param config the run, without validation or pictures before its end
     * @param blocks blocks of each kind that are timed, after one that is not
     * @param steps steps of a block
     */
    TrainingBenchmark(TrainingConfig config, int blocks, int steps) {
        this.config = config;
        this.blocks = blocks;
        this.steps = steps;
    }

    /**
     * Measures the networks of {@code scripts/compact-denoise.yaml} on drawn images and prints what
     * comes out.
     *
     * @param args blocks of each kind, and steps of a block
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int blocks = Integer.parseInt(args[0]);
        int steps = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("onemodel-benchmark");
        for (int i = 0; i < IMAGES; i++) {
            Path file = folder.resolve("images/blobs-" + i + ".tif");
            TinyTraining.save(file, TinyTraining.blobs(i, SIDE));
        }
        Map<String, String> settings =
                Map.of(
                        "data.images", folder.resolve("images").toString(),
                        "data.validation", folder.resolve("images/blobs-0.tif").toString(),
                        "work", folder.resolve("work").toString(),
                        "output", folder.resolve("model").toString(),
                        "iterations", Integer.toString((blocks + 1) * steps),
                        "every", "{log: " + LINES_EVERY + ", snapshot: 1000000, samples: 0}");
        Path file = Path.of("scripts/compact-denoise.yaml");
        TrainingConfig config = TrainingConfigs.read(file, settings);
        System.out.println(new TrainingBenchmark(config, blocks, steps).measure());
    }

    /**
     * Trains and measures.
     *
     * @return the times
     */
    Times measure() throws IOException, InterruptedException {
        try (BareSteps bare = new BareSteps(config)) {
            Turns turns = new Turns(bare);
            new Training(config, turns).run(false);
            return new Times(config.run().samplesPerStep(), turns.bareTimes, turns.runTimes);
        }
    }

    /**
     * Times of each block.
     *
     * @param samples samples of a step
     * @param bare seconds a step of forward pass, backward pass and update
     * @param run seconds a step of a training run
     */
    record Times(int samples, List<Double> bare, List<Double> run) {

        /** How many times as long a step of a run takes. */
        double ratio() {
            return median(run) / median(bare);
        }

        private static double median(List<Double> values) {
            double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
            int n = sorted.length;
            return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        }

        private String line(String what, List<Double> seconds) {
            double median = median(seconds);
            List<String> all =
                    seconds.stream().map(s -> String.format(Locale.ROOT, "%.1f", 1e3 * s)).toList();
            return String.format(
                    Locale.ROOT,
                    "%-18s median %.1f ms a step, %.2f images/s; blocks %s%n",
                    what,
                    1e3 * median,
                    samples / median,
                    String.join(" ", all));
        }

        @Override
        public String toString() {
            return line("bare steps", bare)
                    + line("training run", run)
                    + String.format(Locale.ROOT, "run / bare steps   %.3f", ratio());
        }
    }

    /** Takes bare steps between those of a run, on its thread. */
    private final class Turns implements TrainingListener {

        private final BareSteps bare;
        private final List<Double> bareTimes = new ArrayList<>();
        private final List<Double> runTimes = new ArrayList<>();
        private int done;
        private long start;

        private Turns(BareSteps bare) {
            this.bare = bare;
        }

        @Override
        public void logged(Line line) {
            System.out.printf(Locale.ROOT, "%d: loss %.4f%n", done, line.figures().get("loss"));
        }

        @Override
        public Control control() {
            if (++done % steps == 0) {
                long end = System.nanoTime();
                if (done > steps) { // the first block warms up
                    runTimes.add((end - start) / 1e9 / steps);
                }
                bare.take(steps);
                start = System.nanoTime();
                if (done > steps) {
                    bareTimes.add((start - end) / 1e9 / steps);
                }
            }
            return Control.GO_ON;
        }
    }
}
