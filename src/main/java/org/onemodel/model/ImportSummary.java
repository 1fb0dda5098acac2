/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

import org.onemodel.autoencoder.Architecture;
import org.onemodel.autoencoder.EncoderKind;
import org.onemodel.autoencoder.EncoderNetworks;
import org.onemodel.encoder.Heads;

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
        if (architecture.encoder() == EncoderKind.NONE) {
            return "StyleGAN " + architecture.styleGan() + " generator";
        }
        return latentCode()
                + (architecture.networks() == EncoderNetworks.TWO
                        ? " autoencoder of two networks with a StyleGAN "
                        : " autoencoder with a StyleGAN ")
                + architecture.styleGan()
                + " decoder";
    }

    private String latentCode() {
        if (architecture.heads() == Heads.NOISE) {
            return "noise-only";
        }
        String form =
                switch (architecture.projection()) {
                    case W_PLUS -> "W+";
                    case Z_SUM -> "Z (sum)";
                    case Z -> "Z";
                };
        return architecture.heads() == Heads.LATENT ? form + " latent-only" : form;
    }
}
