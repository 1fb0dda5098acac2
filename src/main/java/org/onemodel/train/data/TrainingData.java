/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.List;
import java.util.Optional;
import org.onemodel.train.settings.Settings;

/** The data of a training run: batches to train on, and the examples to measure on. */
public final class TrainingData {

    /** A plane that is resized shows little if it has less than this. */
    static final int SMALLEST_TO_RESIZE = 8;

    // Several, as some of ImageJ's readers sleep while they wait; idle once they are ahead.
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_THREADS = 8;

    private final Sampler sampler;
    private final ValidationSet validation;
    private final long seed;

    private TrainingData(Sampler sampler, ValidationSet validation, long seed) {
        this.sampler = sampler;
        this.validation = validation;
        this.seed = seed;
    }

    /**
     * Finds the files, holds out those for validation, and reads each once.
     *
     * @param config where the images are and how they are used
     * @param noise what is added to clean images
     * @param seed seed of the held-out files and of the batches
     * @return the data
     * @throws org.onemodel.train.settings.TrainingException if files are missing, have no partner,
     *     or none can be used
     */
    public static TrainingData open(DataConfig config, NoiseConfig noise, long seed) {
        Settings.require(
                noise.isNone() || config.supervision() == Supervision.CLEAN,
                "noise",
                "goes with data.supervision: clean only; leave it out, as the images are noisy");
        boolean resize = config.fit() == Fit.RESIZE;
        PlaneFiles files = new PlaneFiles(resize ? Optional.of(config.size()) : Optional.empty());
        PlaneCache cache = new PlaneCache((long) config.cacheMegabytes() << 20, files::decode);
        int smallest = resize ? SMALLEST_TO_RESIZE : config.crop();
        int smallestToValidate = resize ? SMALLEST_TO_RESIZE : config.size();
        HoldOut split = split(config, seed);
        TrainingImages training =
                TrainingImages.read(
                        "data.images",
                        split.training(),
                        config,
                        new FileScan(config.range(), smallest, files, cache),
                        cache);
        TrainingImages validation =
                TrainingImages.read(
                        "data.validation",
                        split.validation(),
                        config,
                        new FileScan(config.range(), smallestToValidate, files, cache),
                        cache);
        return new TrainingData(
                new Sampler(config, noise, training),
                new ValidationSet(config, noise, validation),
                seed);
    }

    private static HoldOut split(DataConfig config, long seed) {
        ValidationConfig validation = config.validation();
        List<FilePair> files =
                find(config, "data.images", config.images(), "data.targets", config.targets());
        if (validation.images().isEmpty()) {
            return HoldOut.split(files, validation.share(), seed);
        }
        List<FilePair> others =
                find(
                        config,
                        "data.validation",
                        validation.images(),
                        "data.validationTargets",
                        validation.targets());
        return new HoldOut(files, others);
    }

    private static List<FilePair> find(
            DataConfig config,
            String key,
            List<String> images,
            String targetKey,
            List<String> targets) {
        return config.supervision().needsTargets()
                ? FilePairs.match(key, images, targetKey, targets)
                : FilePairs.find(key, images);
    }

    /**
     * Starts making batches in the background.
     *
     * @param count samples in a batch
     * @param first number of the first batch, from 0: iterations that are done
     * @return the batches, to be closed
     */
    public BatchLoader batches(int count, int first) {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        int threads = Math.max(FEWEST_THREADS, Math.min(MOST_THREADS, half));
        return new BatchLoader(sampler, count, seed, first, threads);
    }

    /**
     * The examples to measure on.
     *
     * @return always the same ones
     */
    public ValidationSet validation() {
        return validation;
    }
}
