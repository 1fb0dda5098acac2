/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

/**
 * Finds exact order statistics of very many floats without keeping them.
 *
 * <p>The bits of a float, with the sign handled, sort as an unsigned integer does. A first pass
 * counts the upper 16 bits, which tells the bin that holds a rank; a second pass counts the lower
 * 16 bits of the values in that bin. Whole numbers from 0 to 65535, the values of 8-bit and 16-bit
 * images, need no second pass. Memory is the same for one plane and for a thousand, and an outlier
 * does not spoil the resolution as it would with bins of equal width.
 */
final class GreyRanks {

    private static final int BINS = 1 << 16;

    private final long[] whole = new long[BINS];
    private final long[] upper = new long[BINS];
    private boolean allWhole = true;
    private long count;

    /** First pass: counts the finite ones of the first values. */
    void count(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            float value = values[i];
            if (!Float.isFinite(value)) {
                continue;
            }
            count++;
            upper[key(value) >>> 16]++;
            int integer = (int) value;
            if (integer == value && integer >= 0 && integer < BINS) {
                whole[integer]++;
            } else {
                allWhole = false;
            }
        }
    }

    /** Whether there was no finite value, so that there are no ranks. */
    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the first pass has counted all that ranks need. */
    boolean isComplete() {
        return allWhole;
    }

    /** The rank, from 1, of a percentile by the nearest-rank rule. */
    long rankOf(double percentile) {
        return Math.max(1, (long) Math.ceil(percentile / 100 * count));
    }

    /** The value of a rank after the first pass, if it is complete. */
    float wholeAt(long rank) {
        return bin(whole, rank).index();
    }

    /** A second pass for one rank. */
    Refinement refine(long rank) {
        Bin bin = bin(upper, rank);
        return new Refinement(bin.index(), rank - bin.before());
    }

    private static Bin bin(long[] counts, long rank) {
        long before = 0;
        for (int i = 0; i < counts.length; i++) {
            if (before + counts[i] >= rank) {
                return new Bin(i, before);
            }
            before += counts[i];
        }
        throw new IllegalStateException(
                "Rank "
                        + rank
                        + " is above the number of values, "
                        + before
                        + "; the image changed while it was read.");
    }

    private static int key(float value) {
        int bits = Float.floatToIntBits(value + 0f); // -0 becomes 0
        return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    }

    private record Bin(int index, long before) {}

    /** Counts the values of one bin of the first pass. */
    static final class Refinement {

        private final int upperBits;
        private final long rank;
        private final long[] lower = new long[BINS];

        private Refinement(int upperBits, long rank) {
            this.upperBits = upperBits;
            this.rank = rank;
        }

        void count(float[] values, int length) {
            for (int i = 0; i < length; i++) {
                int key = key(values[i]);
                if (key >>> 16 == upperBits && Float.isFinite(values[i])) {
                    lower[key & 0xffff]++;
                }
            }
        }

        float value() {
            int key = upperBits << 16 | bin(lower, rank).index();
            return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
        }
    }
}
