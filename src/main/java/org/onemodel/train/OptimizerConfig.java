/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

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
