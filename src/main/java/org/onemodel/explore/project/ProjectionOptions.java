/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.onemodel.restore.OneModelException;

/**
 * What a user can choose for a projection; immutable.
 *
 * @param steps how often the embedding is changed, from 0 to {@value #MOST_STEPS}
 * @param start where it begins
 * @param noiseMaps whether the noise maps are optimised, too; else the latent code alone
 * @param lpips weight of LPIPS beside the mean squared error, 0 for none
 * @param snapshots steps between two images of the way, 0 for none
 * @param rate factor of the learning rates
 * @param seed of random noise maps for a start from the mean; without one they are 0, from where
 *     the answer is found sooner
 */
public record ProjectionOptions(
        int steps,
        Start start,
        boolean noiseMaps,
        double lpips,
        int snapshots,
        double rate,
        OptionalLong seed) {

    /** The largest number of steps. */
    public static final int MOST_STEPS = 100_000;

    /** The largest number of images of the way. */
    public static final int MOST_SNAPSHOTS = 1000;

    /** The word for noise maps of zeros in place of a seed. */
    private static final String NO_SEED = "none";

    private static final ProjectionOptions DEFAULTS =
            new ProjectionOptions(100, Start.ENCODER, true, 0, 0, 1, OptionalLong.empty());

    /**
     * Checks the numbers.
     *
     * @throws OneModelException if one cannot be
     */
    public ProjectionOptions {
        if (start == null) {
            throw new OneModelException("The start is missing; give encoder or mean.");
        }
        if (steps < 0 || steps > MOST_STEPS) {
            throw new OneModelException(
                    "The number of steps is "
                            + steps
                            + "; give a whole number from 0 to "
                            + MOST_STEPS
                            + ".");
        }
        if (!Double.isFinite(lpips) || lpips < 0) {
            throw new OneModelException(
                    "The weight of LPIPS is "
                            + lpips
                            + "; give 0 for none, or a number such as 1.");
        }
        if (!Double.isFinite(rate) || rate <= 0) {
            throw new OneModelException(
                    "The factor of the learning rates is "
                            + rate
                            + "; give a positive number such as 1.");
        }
        if (snapshots < 0) {
            throw new OneModelException(
                    "There can't be a snapshot every "
                            + snapshots
                            + " steps; give a positive whole number, or 0 for none.");
        }
        if (snapshots > 0 && steps / snapshots >= MOST_SNAPSHOTS) {
            throw new OneModelException(
                    "A snapshot every "
                            + snapshots
                            + " of "
                            + steps
                            + " steps gives more than "
                            + MOST_SNAPSHOTS
                            + " images; take one less often.");
        }
    }

    /**
     * 100 steps from the encoder's answer, latent code and noise maps, by the mean squared error.
     *
     * @return the options that most users need
     */
    public static ProjectionOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Another number of steps.
     *
     * @param value from 0, which only compares
     * @return new options
     */
    public ProjectionOptions withSteps(int value) {
        return new ProjectionOptions(value, start, noiseMaps, lpips, snapshots, rate, seed);
    }

    /**
     * Another start.
     *
     * @param value where it begins
     * @return new options
     */
    public ProjectionOptions withStart(Start value) {
        return new ProjectionOptions(steps, value, noiseMaps, lpips, snapshots, rate, seed);
    }

    /**
     * With the noise maps or without.
     *
     * @param value whether they are optimised, too
     * @return new options
     */
    public ProjectionOptions withNoiseMaps(boolean value) {
        return new ProjectionOptions(steps, start, value, lpips, snapshots, rate, seed);
    }

    /**
     * Another weight of LPIPS.
     *
     * @param value 0 for none
     * @return new options
     */
    public ProjectionOptions withLpips(double value) {
        return new ProjectionOptions(steps, start, noiseMaps, value, snapshots, rate, seed);
    }

    /**
     * Another number of steps between two images of the way.
     *
     * @param value 0 for none
     * @return new options
     */
    public ProjectionOptions withSnapshots(int value) {
        return new ProjectionOptions(steps, start, noiseMaps, lpips, value, rate, seed);
    }

    /**
     * Another factor of the learning rates.
     *
     * @param value 1 for those that fit most models
     * @return new options
     */
    public ProjectionOptions withRate(double value) {
        return new ProjectionOptions(steps, start, noiseMaps, lpips, snapshots, value, seed);
    }

    /**
     * With random noise maps.
     *
     * @param value seed of the random noise maps that a start from the mean has
     * @return new options
     */
    public ProjectionOptions withSeed(long value) {
        return new ProjectionOptions(
                steps, start, noiseMaps, lpips, snapshots, rate, OptionalLong.of(value));
    }

    /**
     * Adds what a user gives as words.
     *
     * @param start {@code encoder} or {@code mean}
     * @param maps whether the noise maps are optimised: {@code yes} or {@code no}
     * @param seed a whole number, or {@code none}
     * @return new options
     * @throws OneModelException if a word is none of these
     */
    public ProjectionOptions withWords(String start, String maps, String seed) {
        ProjectionOptions options = withStart(Start.parse(start)).withNoiseMaps(yes(maps));
        return seed.strip().equals(NO_SEED) ? options : options.withSeed(number(seed));
    }

    private static boolean yes(String word) {
        return switch (word.strip()) {
            case "yes" -> true;
            case "no" -> false;
            default ->
                    throw new OneModelException(
                            "Whether noise maps are optimised is '" + word + "'; give yes or no.");
        };
    }

    private static long number(String seed) {
        try {
            return new BigDecimal(seed.strip()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new OneModelException(
                    "The seed is '" + seed + "'; give a whole number such as 7, or none.", e);
        }
    }

    /** Whether an image is kept of a step. */
    boolean isSnapshot(int step) {
        return snapshots > 0 && step % snapshots == 0;
    }
}
