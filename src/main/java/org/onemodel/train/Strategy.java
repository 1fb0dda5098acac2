/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

/** Which parts of an encoder learn, as in the paper's stages. */
public enum Strategy {
    /** All parts at their rates. */
    PLAIN,
    /** Stage 1: backbone and latent heads, while the generator gets random noise maps. */
    LATENT,
    /** Stage 2: all parts, backbone and latent heads at a hundredth of the learning rate. */
    LEARNING_RATE,
    /** Stage 2: a second network for the noise maps, while the first one stays as it is. */
    TWO_NETWORKS;

    /**
     * Whether a run goes on from a model that has been trained before.
     *
     * @return true for both forms of stage 2
     */
    public boolean isSecondStage() {
        return this == LEARNING_RATE || this == TWO_NETWORKS;
    }
}
