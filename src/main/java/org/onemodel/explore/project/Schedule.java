/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import org.onemodel.nn.AdamStep;

/**
 * The steps of Adam: the rate is full at first and falls along a half cosine at the end.
 *
 * @param steps number of steps
 * @param rate the full rate
 */
record Schedule(int steps, double rate) {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    /**
     * The share of the steps, at the end, in which the rate falls, as in StyleGAN 2's projector.
     */
    private static final double FALL = Double.parseDouble(System.getProperty("pfall", "0.25"));

    /**
     * A step.
     *
     * @param number from 1
     */
    AdamStep step(int number) {
        double left = (steps - number + 1) / (FALL * steps);
        double share = left >= 1 ? 1 : (1 - Math.cos(Math.PI * left)) / 2;
        return new AdamStep(BETA1, BETA2, number, rate * share);
    }
}
