/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

/**
 * The learning rates. Adam moves every value by about the rate, however small its gradient is: far
 * from the image that is slow, and near it that spoils what is there. So the rates are in
 * proportion to the error of the start, and full where that is as large as the image's own range.
 *
 * <p>Measured on test images with the model that comes with the plugin, from its encoder (28 and 42
 * dB) and from the mean (-9 dB), and with generators of random weights of both versions (5 to 8
 * dB): of six pairs of rates from 0.01 to 0.1 for the latent code and 0.05 to 0.5 for the noise
 * maps, this one came nearest in 100 steps in the runs that were finished, which are most.
 */
final class Rates {

    /** The rate of the latent code in W+. */
    static final double LATENT = 0.03;

    /** The rate of the noise maps. */
    static final double NOISE = 0.15;

    private Rates() {}

    /**
     * The share of the rates for a tile.
     *
     * @param mse the mean squared error that it starts with, of values in [-1, 1]
     */
    static double factor(double mse) {
        return Math.min(1, Math.sqrt(mse));
    }
}
