/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.util.Optional;
import org.onemodel.autoencoder.Architecture;

/**
 * The networks that are trained, and where their values come from.
 *
 * @param start name or path of the model whose encoder and generator training starts from, if any
 * @param architecture the networks
 * @param decoder without a start: path of a bundle whose generator is taken, or {@code drawn}
 * @param decoderSeed seed of a drawn generator
 */
public record NetworkConfig(
        Optional<String> start, Architecture architecture, String decoder, long decoderSeed) {

    /** Says that the generator is drawn at random. */
    public static final String DRAWN = "drawn";
}
