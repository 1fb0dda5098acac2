/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;

/**
 * What was imported.
 *
 * @param name the model's name
 * @param architecture all sizes
 * @param parameters the number of values in all tensors, fixed ones included
 */
public record ImportSummary(String name, Architecture architecture, long parameters) {

    /**
     * The kind of model, in words.
     *
     * @return such as {@code StyleGAN 2 generator}
     */
    public String kind() {
        return architecture.encoder() == EncoderKind.NONE
                ? "StyleGAN " + architecture.styleGan() + " generator"
                : "W+ autoencoder with a StyleGAN " + architecture.styleGan() + " decoder";
    }
}
