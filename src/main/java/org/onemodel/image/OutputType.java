/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/** What the pixels of a result are. */
public enum OutputType {

    /**
     * The input's pixel type; integers are rounded. An 8-bit colour image, whose values are places
     * in a table of colours, becomes RGB.
     */
    SAME("same"),

    /**
     * 32-bit, so that nothing is rounded or cut off; a calibration function, as of signed 16-bit
     * images, is applied, and RGB becomes three channels.
     */
    FLOAT("32-bit");

    private final String word;

    OutputType(String word) {
        this.word = word;
    }

    /**
     * Reads a user's word.
     *
     * @param word {@code same} or {@code 32-bit}, in any case
     * @return the type
     * @throws IllegalArgumentException if it is another word
     */
    public static OutputType of(String word) {
        return Words.find(values(), "output", word);
    }

    /** Slices of a result for each plane of its input: three where colours are told apart. */
    int slicesPerPlane(ImagePlanes planes) {
        return this == FLOAT ? planes.channelsPerPlane() : 1;
    }

    @Override
    public String toString() {
        return word;
    }
}
