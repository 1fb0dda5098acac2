/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.model;

/** What a model was trained for. */
public enum Task {
    /** To give back an image without its noise. */
    DENOISE("denoise"),
    /** To give back an image as it is. */
    RECONSTRUCT("reconstruct"),
    /** To make images from random latent codes: a generator without an encoder. */
    GENERATE("generate");

    private final String key;

    Task(String key) {
        this.key = key;
    }

    /**
     * The word for this task in model files and on the command line.
     *
     * @return {@code denoise}, {@code reconstruct} or {@code generate}
     */
    public String key() {
        return key;
    }
}
