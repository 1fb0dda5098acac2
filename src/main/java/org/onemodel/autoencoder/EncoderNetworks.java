/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.autoencoder;

/** How many networks an encoder consists of. */
public enum EncoderNetworks {
    /** One that reads latent code and noise maps. */
    ONE,
    /** One for the latent code and one, trained after it, for the noise maps. */
    TWO
}
