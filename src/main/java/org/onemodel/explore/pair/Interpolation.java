/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import org.onemodel.restore.OneModelException;

/**
 * How to go from one image to another.
 *
 * @param steps how many images, the two ends among them, at least 2
 * @param mode what of the first image becomes that of the second
 * @param seed where random noise maps start from
 * @param show the stack of images, a montage of all modes, or both
 */
public record Interpolation(int steps, InterpolationMode mode, long seed, PairOutput show) {

    private static final Interpolation DEFAULTS =
            new Interpolation(9, InterpolationMode.ALL, 0, PairOutput.RESULT);

    /**
     * Checks the number.
     *
     * @throws OneModelException if there are fewer than 2 steps
     */
    public Interpolation {
        if (steps < 2) {
            throw new OneModelException(
                    "The number of steps is "
                            + steps
                            + "; give at least 2, as the two ends are among them.");
        }
    }

    /**
     * A stack of nine images, of latent code and noise maps; seed 0.
     *
     * @return the defaults
     */
    public static Interpolation defaults() {
        return DEFAULTS;
    }

    /**
     * Another number of images.
     *
     * @param value at least 2
     * @return new options
     */
    public Interpolation withSteps(int value) {
        return new Interpolation(value, mode, seed, show);
    }

    /**
     * Another mode.
     *
     * @param value what becomes that of the second image
     * @return new options
     */
    public Interpolation withMode(InterpolationMode value) {
        return new Interpolation(steps, value, seed, show);
    }

    /**
     * Another seed.
     *
     * @param value any whole number
     * @return new options
     */
    public Interpolation withSeed(long value) {
        return new Interpolation(steps, mode, value, show);
    }

    /**
     * Another choice of what is made of it.
     *
     * @param value the stack, the montage or both
     * @return new options
     */
    public Interpolation withShow(PairOutput value) {
        return new Interpolation(steps, mode, seed, value);
    }

    /**
     * Another mode and choice of what is made of it, in a user's words.
     *
     * @param modeWord {@code all}, {@code latent} or {@code noise}
     * @param showWord {@code stack}, {@code montage} or {@code both}
     * @return new options
     * @throws OneModelException if a word is none of these; the message names the option
     */
    public Interpolation withWords(String modeWord, String showWord) {
        try {
            return withMode(InterpolationMode.of(modeWord))
                    .withShow(PairOutput.of(showWord, "stack"));
        } catch (IllegalArgumentException e) {
            throw new OneModelException(e.getMessage(), e);
        }
    }

    /** Where an image lies between the ends, from 0 to 1, both exactly. */
    double t(int step) {
        return (double) step / (steps - 1);
    }
}
