/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

import org.onemodel.image.Words;
import org.onemodel.restore.OneModelException;

/** What the pixels of generated images are. */
public enum PixelValues {

    /**
     * What people look at: -1 becomes 0 and 1 becomes 255, rounded, and what is beyond is cut off.
     */
    EIGHT_BIT("8-bit", 8),

    /** The generator's own values, about [-1, 1], in 32 bits. */
    FLOAT("32-bit", 32);

    private final String word;
    private final int bits;

    PixelValues(String word, int bits) {
        this.word = word;
        this.bits = bits;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code 8-bit} or {@code 32-bit}, in any case
     * @return the pixels
     * @throws OneModelException if it is another word
     */
    public static PixelValues of(String word) {
        try {
            return Words.find(values(), "output", word);
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    /**
     * The bits of a channel.
     *
     * @return 8 or 32
     */
    public int bits() {
        return bits;
    }

    @Override
    public String toString() {
        return word;
    }
}
