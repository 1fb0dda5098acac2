/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.nio.file.Path;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.model.Task;
import org.onemodel.train.data.DataConfig;
import org.onemodel.train.data.NoiseConfig;
import org.onemodel.train.data.Supervision;
import org.onemodel.train.loss.ObjectiveConfig;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.Settings;

/**
 * All settings of a training run, read whole and checked before anything starts.
 *
 * @param name name of the model
 * @param licence licence of the weights, in words
 * @param output folder of the bundle that training writes
 * @param work folder of snapshots, history and pictures
 * @param networks the networks and where they start from
 * @param strategy which parts learn
 * @param data images and how samples are made of them
 * @param noise the noise that is added to clean images
 * @param objective what is minimised
 * @param optimizer settings of Adam and its learning rate
 * @param averageDecay decay of the moving average of the weights, 0 for none
 * @param run batches, devices and how often what happens
 */
public record TrainingConfig(
        String name,
        String licence,
        Path output,
        Path work,
        NetworkConfig networks,
        StrategyConfig strategy,
        DataConfig data,
        NoiseConfig noise,
        ObjectiveConfig objective,
        OptimizerConfig optimizer,
        double averageDecay,
        RunConfig run) {

    /**
     * Checks what must go together.
     *
     * @throws org.onemodel.train.settings.TrainingException if a setting is impossible, with its
     *     key
     */
    public TrainingConfig {
        Settings.require(!name.isBlank(), "name", "must not be empty");
        Settings.require(
                averageDecay >= 0 && averageDecay < 1,
                "optimizer.average",
                "must lie in 0..1, not " + averageDecay);
        Settings.require(
                !strategy.strategy().isSecondStage() || networks.start().isPresent(),
                "strategy",
                "goes on from a trained model, which start must name");
        Settings.require(
                networks.architecture().encoder() != EncoderKind.NONE,
                "start",
                "names a generator without encoder; give it as decoder, with an architecture");
        Settings.require(
                data.supervision() != Supervision.BLIND_SPOT || objective.canBeMasked(),
                "objective",
                "can have mse and l1 only with data.supervision: blindSpot");
        Settings.require(
                data.crop() >= objective.smallestSide(),
                "data.crop",
                "must be at least " + objective.smallestSide() + " for this objective");
    }

    /**
     * What the model is trained for.
     *
     * @return to denoise if its input is noisier than its target
     */
    public Task task() {
        return noise.isNone() && data.supervision() == Supervision.CLEAN
                ? Task.RECONSTRUCT
                : Task.DENOISE;
    }
}
