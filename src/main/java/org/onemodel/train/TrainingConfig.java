/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.nio.file.Path;
import org.onemodel.autoencoder.Architecture;
import org.onemodel.train.data.DataConfig;
import org.onemodel.train.data.NoiseConfig;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.TrainingException;

/**
 * All settings of a training run, read whole and checked before anything starts.
 *
 * @param name name of the model
 * @param output folder of the bundle that training writes
 * @param work folder of snapshots and history
 * @param architecture the networks
 * @param decoder path of a bundle whose generator is taken, or empty: one is drawn
 * @param decoderSeed seed of a drawn generator
 * @param data the images, and how samples are made of them
 * @param noise the noise to remove
 * @param optimizer settings of the optimiser
 * @param batch samples per iteration
 * @param iterations iterations in all
 * @param seed seed of weights, crops and noise
 * @param logEvery iterations between lines of the history
 * @param snapshotEvery iterations between validations and snapshots
 */
public record TrainingConfig(
        String name,
        Path output,
        Path work,
        Architecture architecture,
        String decoder,
        long decoderSeed,
        DataConfig data,
        NoiseConfig noise,
        OptimizerConfig optimizer,
        int batch,
        int iterations,
        long seed,
        int logEvery,
        int snapshotEvery) {

    /**
     * Checks what can be checked without the files.
     *
     * @throws TrainingException if a setting is impossible, with its key
     */
    public TrainingConfig {
        require(!name.isBlank(), "name", "must not be empty");
        require(batch > 0, "batch", "must be positive");
        require(iterations > 0, "iterations", "must be positive");
        require(logEvery > 0, "every.log", "must be positive");
        require(snapshotEvery > 0, "every.snapshot", "must be positive");
    }

    private static void require(boolean condition, String key, String message) {
        if (!condition) {
            throw new TrainingException("Setting " + key + " " + message + ".");
        }
    }
}
