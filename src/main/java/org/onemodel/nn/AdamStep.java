/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

/**
 * What a step of Adam (Kingma and Ba 2015) has in common for all tensors.
 *
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of squared gradients
 * @param number of the step, from 1; the first means are of few gradients, which is corrected
 * @param rate learning rate
 */
public record AdamStep(double beta1, double beta2, int number, double rate) {

    private static final float EPSILON = 1e-8f;

    /**
     * The factor of mean / (√square + {@link #epsilon}), with both corrections in it.
     *
     * @return rate·√(1 − β₂ᵗ) / (1 − β₁ᵗ)
     */
    double correctedRate() {
        return rate * squareCorrection() / (1 - Math.pow(beta1, number));
    }

    /** √v̂ + ε = (√v + ε·√(1 − β₂ᵗ)) / √(1 − β₂ᵗ). */
    float epsilon() {
        return (float) (EPSILON * squareCorrection());
    }

    private double squareCorrection() {
        return Math.sqrt(1 - Math.pow(beta2, number));
    }
}
