/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import org.onemodel.image.Words;

/** How large exported noise maps are. */
public enum MapSize {

    /** As the image, each pixel of a map as a square: all maps in one stack. */
    IMAGE("image"),

    /** As they are: a stack for each resolution. */
    NATIVE("native");

    private final String word;

    MapSize(String word) {
        this.word = word;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code image} or {@code native}, in any case
     * @return the size
     * @throws IllegalArgumentException if it is another word
     */
    public static MapSize of(String word) {
        return Words.find(values(), "size", word);
    }

    @Override
    public String toString() {
        return word;
    }
}
