/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

/** What a network is shown as input and what as target. */
public enum Supervision {
    /** The images are clean; noise is added to the input. */
    CLEAN,
    /** The images are noisy, and each has a clean target. */
    PAIRS,
    /**
     * Images and targets are two noisy takes of the same scene; at random, either is the input
     * (Lehtinen et al., Noise2Noise, ICML 2018).
     */
    NOISE2NOISE,
    /**
     * The images are noisy and have no targets; masked pixels of the input are to be predicted from
     * their neighbourhood (Krull et al., Noise2Void, CVPR 2019).
     */
    BLIND_SPOT;

    /**
     * Whether each image needs a target of the same name.
     *
     * @return true for pairs and for noise2noise
     */
    public boolean needsTargets() {
        return this == PAIRS || this == NOISE2NOISE;
    }
}
