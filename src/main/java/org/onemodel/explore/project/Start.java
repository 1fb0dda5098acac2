/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import java.util.Locale;
import org.onemodel.restore.OneModelException;

/** Where a projection begins. */
public enum Start {

    /** The encoder's answer: latent code and noise maps as a reconstruction has them. */
    ENCODER,

    /** The mean latent vector in all layers, and no or random noise maps: what knows no image. */
    MEAN;

    /**
     * Reads a user's word.
     *
     * @param word {@code encoder} or {@code mean}
     * @return the start
     * @throws OneModelException if it is something else
     */
    public static Start parse(String word) {
        for (Start start : values()) {
            if (start.name().toLowerCase(Locale.ROOT).equals(word.strip())) {
                return start;
            }
        }
        throw new OneModelException(
                "A projection can't start from '" + word + "'; give encoder or mean.");
    }
}
