/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.model.Models;
import org.onemodel.nn.Shapes;
import org.onemodel.train.data.DataConfig;
import org.onemodel.train.data.Supervision;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.Settings;
import org.onemodel.train.settings.SettingsFile;
import org.onemodel.train.settings.TrainingException;

/**
 * All settings of the training of a generator, read whole and checked before anything starts.
 *
 * @param name name of the model
 * @param licence the licence of its weights
 * @param output folder of the bundle that training writes
 * @param work folder of snapshot, history and samples
 * @param device auto, cpu, gpu or gpu:N
 * @param seed seed of weights, latent codes, noise and crops
 * @param generator sizes of the generator; the discriminator has the same channels
 * @param data the images
 * @param batch images per step, at most 4 or a multiple of 4
 * @param iterations iterations in all, each a step of the discriminator and one of the generator
 * @param optimizer settings of both optimisers
 * @param discriminatorRate factor of the discriminator's learning rate
 * @param r1 the penalty on the discriminator's gradients at real images
 * @param pathLength the penalty on unequal path lengths of the generator
 * @param mixing share of generated images that get two latent codes
 * @param averageHalfLife images after which the average has forgotten half of the weights
 * @param every iterations from one output to the next
 */
public record GeneratorConfig(
        String name,
        String licence,
        Path output,
        Path work,
        String device,
        int seed,
        GeneratorSpec generator,
        DataConfig data,
        int batch,
        int iterations,
        OptimizerConfig optimizer,
        double discriminatorRate,
        LazyRegularization r1,
        LazyRegularization pathLength,
        double mixing,
        int averageHalfLife,
        Every every) {

    /** Adam as in StyleGAN 2: β = (0, 0.99), rate 2e-3 from start to end. */
    private static final OptimizerConfig STYLEGAN =
            new OptimizerConfig(2e-3, 2e-3, 0, 0, 0.99, 0, 0);

    /**
     * Iterations from one output to the next.
     *
     * @param log from one line of the history to the next
     * @param samples from one grid of samples to the next
     * @param snapshot from one snapshot and bundle to the next
     */
    public record Every(int log, int samples, int snapshot) {

        /**
         * Checks the values.
         *
         * @throws TrainingException if one cannot be, with its key
         */
        public Every {
            Settings.require(log > 0, "every.log", "must be positive");
            Settings.require(samples > 0, "every.samples", "must be positive");
            Settings.require(snapshot > 0, "every.snapshot", "must be positive");
        }
    }

    /**
     * Checks what can be checked without the files.
     *
     * @throws TrainingException if a setting is impossible, with its key
     */
    public GeneratorConfig {
        Settings.require(!name.isBlank(), "name", "must not be empty");
        Settings.require(
                batch > 0 && batch % Math.min(batch, MinibatchDeviation.GROUP) == 0,
                "batch",
                "must be at most 4 or a multiple of 4, not " + batch);
        Settings.require(iterations > 0, "iterations", "must be positive");
        Settings.require(discriminatorRate > 0, "discriminatorRate", "must be positive");
        Settings.require(mixing >= 0 && mixing <= 1, "mixing", "must lie in 0..1, not " + mixing);
        Settings.require(averageHalfLife > 0, "averageHalfLife", "must be positive");
    }

    /**
     * Reads a file.
     *
     * @param file the YAML file; relative paths in it are relative to the working directory
     * @param overrides settings by dotted key, as text in YAML, which replace those of the file
     * @return the settings
     * @throws TrainingException if the file or a setting is wrong, with the key's path
     */
    public static GeneratorConfig read(Path file, Map<String, String> overrides) {
        Settings settings = SettingsFile.read(file, overrides);
        GeneratorConfig config = assemble(settings);
        settings.requireAllRead();
        return config;
    }

    private static GeneratorConfig assemble(Settings s) {
        String name = s.text("name", null);
        GeneratorSpec generator = generator(s);
        return new GeneratorConfig(
                name,
                s.text("licence", "not stated"),
                Path.of(
                        s.text(
                                "output",
                                Models.userFolder().resolve("models").resolve(name).toString())),
                Path.of(
                        s.text(
                                "work",
                                Models.userFolder().resolve("training").resolve(name).toString())),
                s.text("device", "auto"),
                s.whole("seed", 1),
                generator,
                data(s, generator.size()),
                s.whole("batch", 8),
                s.whole("iterations", null),
                OptimizerConfig.read(s, "optimizer", STYLEGAN),
                s.number("discriminatorRate", 1.0),
                LazyRegularization.read(s, "r1", new LazyRegularization(10, 16)),
                LazyRegularization.read(s, "pathLength", new LazyRegularization(0, 4)),
                s.number("mixing", 0.9),
                s.whole("averageHalfLife", 10_000),
                new Every(
                        s.whole("every.log", 50),
                        s.whole("every.samples", 500),
                        s.whole("every.snapshot", 500)));
    }

    private static DataConfig data(Settings s, int size) {
        Settings.require(
                !s.has("data.validation"),
                "data.validation",
                "has no use here: a generator is judged by its samples, so leave it out");
        DataConfig data = DataConfig.read(s, size);
        Settings.require(
                data.supervision() == Supervision.CLEAN,
                "data.supervision",
                "must be clean: a generator has no targets");
        Settings.require(
                data.crop() == data.size(),
                "data.crop",
                "must be generator.size (" + data.size() + "), not " + data.crop());
        return data;
    }

    private static GeneratorSpec generator(Settings s) {
        int size = s.whole("generator.size", 64);
        int latentSize = s.whole("generator.latentSize", 64);
        int mappingLayers = s.whole("generator.mappingLayers", 4);
        SortedMap<Integer, Integer> channels = s.wholeMap("generator.channels");
        Settings.require(
                Shapes.isPowerOfTwo(size) && size >= 8,
                "generator.size",
                "must be a power of two from 8, not " + size);
        Settings.require(latentSize > 0, "generator.latentSize", "must be positive");
        Settings.require(mappingLayers > 0, "generator.mappingLayers", "must be positive");
        TreeSet<Integer> resolutions = new TreeSet<>();
        for (int r = 4; r <= size; r *= 2) {
            resolutions.add(r);
        }
        Settings.require(
                channels.keySet().equals(resolutions)
                        && channels.values().stream().allMatch(c -> c > 0),
                "generator.channels",
                "must give the channels of the resolutions " + resolutions + ", not " + channels);
        return new GeneratorSpec(size, latentSize, mappingLayers, channels);
    }

    /** Share of the average that stays at each iteration. */
    double averageDecay() {
        return Math.pow(0.5, batch / (double) averageHalfLife);
    }
}
