/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

/**
 * The strengths of Gaussian noise that a model was trained to remove.
 *
 * @param low smallest standard deviation, of 255 grey levels
 * @param high largest standard deviation
 */
public record SigmaRange(double low, double high) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless {@code 0 <= low <= high}, high is positive and finite
     */
    public SigmaRange {
        if (!(0 <= low && low <= high && high > 0 && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The model's range of noise is "
                            + low
                            + " to "
                            + high
                            + " of 255; expected two numbers from 0, the lower one first.");
        }
    }
}
