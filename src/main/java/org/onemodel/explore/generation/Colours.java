/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

/** What the images of a generator are, which always gives three channels. */
public enum Colours {

    /** Grey: the mean of the channels. */
    GREY,

    /** Red, green and blue. */
    RGB;

    private static final String GREY_WORD = "grey";

    /**
     * Those of a model.
     *
     * @param trainedOn the images it was trained on, in the words of its description
     * @return grey if it saw nothing else
     */
    public static Colours of(String trainedOn) {
        return trainedOn.strip().equalsIgnoreCase(GREY_WORD) ? GREY : RGB;
    }
}
