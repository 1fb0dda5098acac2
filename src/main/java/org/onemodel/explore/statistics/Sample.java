/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A random sample of bounded size from a stream of any length, each value as likely in it as any
 * other; while the stream is not longer than the sample, all of it.
 *
 * <p>Algorithm R of Vitter, Random sampling with a reservoir, ACM Transactions on Mathematical
 * Software 11 (1985). The same stream and seed give the same sample. Not for several threads.
 */
final class Sample {

    private static final int FIRST_LENGTH = 256;

    private final int capacity;
    private final long seed;
    private final SplittableRandom random;
    private float[] values = new float[FIRST_LENGTH];
    private long seen;

    /**
     * An empty sample.
     *
     * @param capacity the most values that are kept, at least 1
     * @param seed where the random choice starts
     */
    Sample(int capacity, long seed) {
        this.capacity = capacity;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Takes the next value of the stream. */
    void add(float value) {
        if (seen < capacity) {
            if (seen == values.length) {
                values = Arrays.copyOf(values, Math.min(capacity, 2 * values.length));
            }
            values[(int) seen] = value;
        } else {
            long place = random.nextLong(seen + 1);
            if (place < capacity) {
                values[(int) place] = value;
            }
        }
        seen++;
    }

    /**
     * Takes the values of another stream after those of this one, of which samples are enough: each
     * value of both is as likely to stay as any other.
     *
     * @param other a sample of the same capacity, not changed
     * @throws IllegalArgumentException if its capacity is another
     */
    void merge(Sample other) {
        if (other.capacity != capacity) {
            throw new IllegalArgumentException(
                    "A sample of at most "
                            + other.capacity
                            + " values can't be merged into one of at most "
                            + capacity
                            + ".");
        }
        long total = seen + other.seen;
        if (total <= capacity) {
            for (int i = 0; i < other.size(); i++) {
                add(other.values[i]);
            }
            return;
        }
        float[] mine = shuffled(values, size());
        float[] others = shuffled(other.values, other.size());
        float[] merged = new float[capacity];
        long left = seen; // values not drawn yet, of both streams
        long otherLeft = other.seen;
        for (int i = 0, m = 0, o = 0; i < capacity; i++) {
            if (random.nextLong(left + otherLeft) < left) {
                merged[i] = mine[m++];
                left--;
            } else {
                merged[i] = others[o++];
                otherLeft--;
            }
        }
        values = merged;
        seen = total;
    }

    private float[] shuffled(float[] all, int size) {
        float[] shuffled = Arrays.copyOf(all, size);
        shuffle(shuffled, size, random);
        return shuffled;
    }

    /** How many values the stream had. */
    long seen() {
        return seen;
    }

    /** How many values were kept. */
    int size() {
        return (int) Math.min(seen, capacity);
    }

    /** The kept values, a copy. */
    double[] values() {
        return some(capacity);
    }

    /**
     * A random part of the sample, the same each time.
     *
     * @param most how many values at most
     * @return a copy, in no particular order
     */
    double[] some(int most) {
        float[] all = Arrays.copyOf(values, size());
        int wanted = Math.min(most, all.length);
        if (wanted < all.length) {
            shuffle(all, wanted, new SplittableRandom(seed));
        }
        double[] some = new double[wanted];
        for (int i = 0; i < wanted; i++) {
            some[i] = all[i];
        }
        return some;
    }

    /** Brings random values to the first places: steps of a Fisher-Yates shuffle. */
    private static void shuffle(float[] all, int places, SplittableRandom random) {
        for (int i = 0; i < places; i++) {
            int other = random.nextInt(i, all.length);
            float value = all[other];
            all[other] = all[i];
            all[i] = value;
        }
    }
}
