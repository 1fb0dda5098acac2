/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import org.onemodel.image.Words;

/** What the values of exported noise maps are. */
public enum MapValues {

    /** Those that the network uses. */
    RAW("raw"),

    /**
     * Each map of each plane brought to mean 0 and standard deviation 1, so that maps can be
     * compared; a constant map becomes 0.
     */
    NORMALIZED("normalized");

    private final String word;

    MapValues(String word) {
        this.word = word;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code raw} or {@code normalized}, in any case
     * @return the values
     * @throws IllegalArgumentException if it is another word
     */
    public static MapValues of(String word) {
        return Words.find(values(), "mode", word);
    }

    @Override
    public String toString() {
        return word;
    }
}
