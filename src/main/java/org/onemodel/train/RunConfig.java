/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.List;
import org.onemodel.train.settings.Settings;

/**
 * How a run goes.
 *
 * @param batch samples per pass and device
 * @param accumulate passes whose gradients are added up for one step
 * @param iterations steps in all
 * @param devices auto, cpu, gpu or gpu:N; with several, each computes its own batches and their
 *     gradients are added up
 * @param seed seed of weights, crops and noise
 * @param logEvery iterations between lines of the history
 * @param snapshotEvery iterations between validations and snapshots
 * @param samplesEvery iterations between sample pictures, 0 for none
 */
public record RunConfig(
        int batch,
        int accumulate,
        int iterations,
        List<String> devices,
        long seed,
        int logEvery,
        int snapshotEvery,
        int samplesEvery) {

    /**
     * Checks the values.
     *
     * @throws org.onemodel.train.settings.TrainingException if one cannot be, with its key
     */
    public RunConfig {
        devices = List.copyOf(devices);
        Settings.require(batch > 0, "batch", "must be positive");
        Settings.require(accumulate > 0, "accumulate", "must be positive");
        Settings.require(iterations > 0, "iterations", "must be positive");
        Settings.require(!devices.isEmpty(), "device", "must name a device");
        Settings.require(logEvery > 0, "every.log", "must be positive");
        Settings.require(snapshotEvery > 0, "every.snapshot", "must be positive");
        Settings.require(samplesEvery >= 0, "every.samples", "must not be negative");
    }

    /**
     * Reads the settings.
     *
     * @param s all settings
     * @return the settings
     */
    public static RunConfig read(Settings s) {
        int snapshotEvery = s.whole("every.snapshot", 500);
        return new RunConfig(
                s.whole("batch", 8),
                s.whole("accumulate", 1),
                s.whole("iterations", null),
                s.texts("device", List.of("auto")),
                s.whole("seed", 1),
                s.whole("every.log", 50),
                snapshotEvery,
                s.whole("every.samples", snapshotEvery));
    }

    /**
     * Passes of one step, over all devices.
     *
     * @return how many batches a step takes
     */
    public int passes() {
        return accumulate * devices.size();
    }

    /**
     * Samples of one step.
     *
     * @return batch times passes
     */
    public int samplesPerStep() {
        return batch * passes();
    }
}
