/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** Whether an image's selection limits what is restored. */
public enum RegionUse {

    /**
     * Inside the selection if it has an area, otherwise everywhere: what ImageJ's own filters do,
     * which pay no heed to lines and points.
     */
    AUTO("auto"),

    /** Inside the selection, which must have an area. */
    INSIDE("inside"),

    /** Everywhere, whatever is selected. */
    WHOLE("whole");

    private final String word;

    RegionUse(String word) {
        this.word = word;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code auto}, {@code inside} or {@code whole}, in any case
     * @return the use
     * @throws IllegalArgumentException if it is another word
     */
    public static RegionUse of(String word) {
        return Words.find(values(), "region", word);
    }

    @Override
    public String toString() {
        return word;
    }
}
