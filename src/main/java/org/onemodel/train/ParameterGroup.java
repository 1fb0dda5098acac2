/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

/** The parts of an encoder that can have learning rates of their own. */
public enum ParameterGroup {
    /** The convolutions that all heads share. */
    BACKBONE,
    /** The heads for the latent code. */
    LATENT_HEADS,
    /** The heads for the noise maps, and an expanding path, which only they need. */
    NOISE_PATH,
    /** All of the first of two networks, which reads the latent code. */
    LATENT_NETWORK,
    /** The generator, which no training of an encoder changes. */
    DECODER;

    /**
     * The group of a parameter.
     *
     * @param name its full name, such as {@code encoder.to_noise.0.weight}
     * @return the group
     */
    public static ParameterGroup of(String name) {
        if (name.startsWith("decoder.")) {
            return DECODER;
        }
        if (name.startsWith("latent_encoder.")) {
            return LATENT_NETWORK;
        }
        String inEncoder = name.substring(name.indexOf('.') + 1);
        if (inEncoder.matches("(intermediate_)?to_latent\\..*")) {
            return LATENT_HEADS;
        }
        return isNoiseHead(name) || inEncoder.matches("(up|expanding)\\..*")
                ? NOISE_PATH
                : BACKBONE;
    }

    /**
     * Whether a parameter gives noise maps directly.
     *
     * @param name its full name
     * @return true for weights and biases of noise heads
     */
    static boolean isNoiseHead(String name) {
        return name.matches("\\w*encoder\\.(intermediate_)?to_(finest_)?noise\\..*");
    }
}
