/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.optimize;

import org.onemodel.train.settings.Settings;

/**
 * Settings of Adam and its learning rate, which falls along a half cosine.
 *
 * @param learningRate rate at the start, after the warm-up
 * @param finalLearningRate rate at the end
 * @param warmUp iterations over which the rate rises from zero
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of squared gradients
 * @param weightDecay factor of the weights that is added to the gradients
 * @param clipNorm largest norm of all gradients, 0 for no limit
 */
public record OptimizerConfig(
        double learningRate,
        double finalLearningRate,
        int warmUp,
        double beta1,
        double beta2,
        double weightDecay,
        double clipNorm) {

    /** The published settings: Adam, β = (0.5, 0.999), weight decay 1e-4, 1e-4 to 1e-8. */
    public static final OptimizerConfig PUBLISHED =
            new OptimizerConfig(1e-4, 1e-8, 0, 0.5, 0.999, 1e-4, 0);

    /**
     * Checks the values.
     *
     * @throws org.onemodel.train.settings.TrainingException if one cannot be, with its key
     */
    public OptimizerConfig {
        Settings.require(learningRate > 0, "optimizer.learningRate", "must be positive");
        Settings.require(
                finalLearningRate >= 0 && finalLearningRate <= learningRate,
                "optimizer.finalLearningRate",
                "must lie between 0 and optimizer.learningRate (" + learningRate + ")");
        Settings.require(warmUp >= 0, "optimizer.warmUp", "must not be negative");
        Settings.require(beta1 >= 0 && beta1 < 1, "optimizer.beta1", "must lie in 0..1");
        Settings.require(beta2 >= 0 && beta2 < 1, "optimizer.beta2", "must lie in 0..1");
        Settings.require(weightDecay >= 0, "optimizer.weightDecay", "must not be negative");
        Settings.require(clipNorm >= 0, "optimizer.clipNorm", "must not be negative");
    }

    /**
     * Reads the settings below a path.
     *
     * @param s all settings
     * @param path such as {@code optimizer}
     * @param byDefault what holds where a setting is left out
     * @return the settings
     */
    public static OptimizerConfig read(Settings s, String path, OptimizerConfig byDefault) {
        double rate = s.number(path + ".learningRate", byDefault.learningRate);
        return new OptimizerConfig(
                rate,
                s.number(path + ".finalLearningRate", Math.min(rate, byDefault.finalLearningRate)),
                s.whole(path + ".warmUp", byDefault.warmUp),
                s.number(path + ".beta1", byDefault.beta1),
                s.number(path + ".beta2", byDefault.beta2),
                s.number(path + ".weightDecay", byDefault.weightDecay),
                s.number(path + ".clipNorm", byDefault.clipNorm));
    }

    /**
     * The learning rate of an iteration.
     *
     * @param iteration from 0
     * @param iterations how many there are in all
     * @return the rate
     */
    public double rateAt(int iteration, int iterations) {
        if (iteration < warmUp) {
            return learningRate * (iteration + 1) / warmUp;
        }
        double progress = (iteration - warmUp) / (double) Math.max(1, iterations - warmUp);
        double cosine = (1 + Math.cos(Math.PI * Math.min(1, progress))) / 2;
        return finalLearningRate + (learningRate - finalLearningRate) * cosine;
    }
}
