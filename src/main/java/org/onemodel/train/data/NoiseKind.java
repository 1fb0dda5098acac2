/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.SplittableRandom;

/** One kind of synthetic noise, with a range of strengths. */
public sealed interface NoiseKind permits GaussianNoise, PoissonGaussianNoise {

    /** Grey levels of 255 per unit of [-1, 1]. */
    float LEVELS = 127.5f;

    /**
     * How often this kind is chosen.
     *
     * @return weight relative to those of the other kinds, positive
     */
    double share();

    /**
     * Adds noise of one drawn strength in place.
     *
     * @param sample {@code [3, pixels]}, values in [-1, 1]
     * @param grey whether the three channels are equal, and must stay so
     * @param random the generator
     */
    void addTo(float[] sample, boolean grey, SplittableRandom random);

    /**
     * Whether no strength of the range changes anything.
     *
     * @return true for a standard deviation of 0
     */
    boolean isNone();

    /**
     * What it is, for a model card.
     *
     * @return a part of a sentence
     */
    String describe();
}
