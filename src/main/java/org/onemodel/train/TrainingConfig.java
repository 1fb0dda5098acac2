/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.nio.file.Path;
import java.util.List;
import org.onemodel.autoencoder.Architecture;
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
 * @param images folders or files to train on
 * @param validation folders or files to validate on
 * @param crop side of the random crops, a multiple of the generator's size
 * @param greyShare share of samples that are turned to grey
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
        List<Path> images,
        List<Path> validation,
        int crop,
        double greyShare,
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
        images = List.copyOf(images);
        validation = List.copyOf(validation);
        require(!name.isBlank(), "name", "must not be empty");
        require(
                crop > 0 && crop % architecture.size() == 0,
                "data.crop",
                "must be a multiple of architecture.size ("
                        + architecture.size()
                        + "), not "
                        + crop);
        require(
                greyShare >= 0 && greyShare <= 1,
                "data.grey",
                "must lie in 0..1, not " + greyShare);
        require(
                noise.low() >= 0 && noise.high() >= noise.low(),
                "noise.sigma",
                "must be two numbers, the smaller first");
        require(batch > 0, "batch", "must be positive");
        require(iterations > 0, "iterations", "must be positive");
        require(logEvery > 0, "every.log", "must be positive");
        require(snapshotEvery > 0, "every.snapshot", "must be positive");
        require(!images.isEmpty(), "data.images", "must name a folder or file");
        require(!validation.isEmpty(), "data.validation", "must name a folder or file");
    }

    private static void require(boolean condition, String key, String message) {
        if (!condition) {
            throw new TrainingException("Setting " + key + " " + message + ".");
        }
    }
}
