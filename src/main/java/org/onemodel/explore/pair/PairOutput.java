/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import java.util.Arrays;
import org.onemodel.image.Words;

/** What comes of two images. */
public enum PairOutput {

    /** The result itself. */
    RESULT,

    /** A figure that shows it between the two images and beside other ways to make it. */
    MONTAGE,

    /** Both. */
    BOTH;

    /**
     * Reads a user's word.
     *
     * @param word {@code montage}, {@code both} or the word for the result, in any case
     * @param result the word for the result
     * @return what is wanted
     * @throws IllegalArgumentException if it is another word
     */
    static PairOutput of(String word, String result) {
        String[] words = {result, "montage", "both"};
        String found = Words.find(words, "show", word);
        return values()[Arrays.asList(words).indexOf(found)];
    }

    /** Whether the result is wanted. */
    boolean hasResult() {
        return this != MONTAGE;
    }

    /** Whether the montage is wanted. */
    boolean hasMontage() {
        return this != RESULT;
    }
}
