/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.embedding;

/**
 * A noise map of several images, in Java's memory.
 *
 * @param height rows of the map
 * @param width columns of the map
 * @param images {@code [N][height * width]} values in rows; not to be modified
 */
public record NoiseMapValues(int height, int width, float[][] images) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if an image has another number of values
     */
    public NoiseMapValues {
        for (float[] image : images) {
            if (image.length != height * width) {
                throw new IllegalArgumentException(
                        "A noise map has "
                                + image.length
                                + " values; expected "
                                + height
                                + " x "
                                + width
                                + ".");
            }
        }
    }

    /**
     * Other values of the same size.
     *
     * @param others {@code [N][height * width]}
     * @return a new map
     * @throws IllegalArgumentException if they have another size
     */
    public NoiseMapValues with(float[][] others) {
        return new NoiseMapValues(height, width, others);
    }
}
