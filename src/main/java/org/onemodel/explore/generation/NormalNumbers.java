/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.generation;

/**
 * Normally distributed random numbers from a key of three numbers, the same on every machine.
 *
 * <p>Uniform numbers by SplitMix64 (Steele, Lea and Flood: Fast Splittable Pseudorandom Number
 * Generators, OOPSLA 2014) become normal ones by Marsaglia's polar method (SIAM Review 6, 1964).
 * Both are written out here because Java leaves open how {@code SplittableRandom} draws normal
 * numbers; {@link StrictMath} and {@link Math#sqrt} give the same bits everywhere.
 */
final class NormalNumbers {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare;
    private boolean hasSpare;

    /** A sequence for a key; sequences of different keys are independent. */
    NormalNumbers(long... key) {
        for (long part : key) {
            state = mixed((state ^ part) + GOLDEN_GAMMA);
        }
    }

    /** The next number, with mean 0 and deviation 1. */
    double next() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = uniform();
            y = uniform();
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        hasSpare = true;
        return x * scale;
    }

    /** Between -1 and 1. */
    private double uniform() {
        state += GOLDEN_GAMMA;
        return (mixed(state) >> 10) * 0x1p-53;
    }

    /** SplitMix64's finalizer, a bijection in which every bit depends on all. */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
