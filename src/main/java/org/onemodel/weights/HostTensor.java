/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.Arrays;

/**
 * A tensor on the Java heap: a shape and its float32 values in row-major order, the last axis
 * running fastest.
 *
 * <p>The shape is copied in and out. The values are not, because weights are large: whoever hands
 * them in or takes them out must not change them.
 *
 * @param shape the length of each axis, none negative; empty for a scalar
 * @param values the values, exactly as many as the product of the shape (1 for a scalar)
 */
public record HostTensor(long[] shape, float[] values) {

    /**
     * @throws IllegalArgumentException if an axis is negative or the shape does not hold exactly
     *     the given number of values
     */
    public HostTensor {
        shape = shape.clone();
        long expected = size(shape);
        if (expected != values.length) {
            throw new IllegalArgumentException(
                    String.format(
                            "A tensor of shape %s has %d values, but %d were given.",
                            Arrays.toString(shape), expected, values.length));
        }
    }

    /** A copy of the length of each axis. */
    @Override
    public long[] shape() {
        return shape.clone();
    }

    /** The number of values, the product of the shape. */
    public int size() {
        return values.length;
    }

    /** Whether shapes and all values are the same; NaN equals NaN. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HostTensor that
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    /** The shape alone, as in {@code HostTensor[32, 3, 3, 3]}. */
    @Override
    public String toString() {
        return "HostTensor" + Arrays.toString(shape);
    }

    /**
     * The number of values that a shape holds.
     *
     * @throws IllegalArgumentException if an axis is negative or the product is over 2^63 - 1
     */
    static long size(long[] shape) {
        long size = 1;
        boolean empty = false;
        for (long length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException(
                        "Shape " + Arrays.toString(shape) + " has a negative axis.");
            }
            empty |= length == 0;
        }
        if (empty) {
            return 0;
        }
        for (long length : shape) {
            if (size > Long.MAX_VALUE / length) {
                throw new IllegalArgumentException(
                        "Shape "
                                + Arrays.toString(shape)
                                + " holds more values than can be counted.");
            }
            size *= length;
        }
        return size;
    }
}
