/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** Which pixels share a normalisation. */
public enum NormalizationScope {

    /**
     * One for the whole stack, over all slices and frames, so that brightness does not flicker.
     * Each channel of a hyperstack is a stack of its own, as dyes may differ a thousandfold in
     * brightness; the three colours of RGB share one, which keeps their balance.
     */
    STACK("stack"),

    /** As the stack, but each colour of RGB also has its own. */
    CHANNEL("channel"),

    /** Each plane has its own, for stacks whose slices differ so much that one would not do. */
    SLICE("slice");

    private final String word;

    NormalizationScope(String word) {
        this.word = word;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code stack}, {@code channel} or {@code slice}, in any case
     * @return the scope
     * @throws IllegalArgumentException if it is another word
     */
    public static NormalizationScope of(String word) {
        return Words.find(values(), "normalization", word);
    }

    @Override
    public String toString() {
        return word;
    }
}
