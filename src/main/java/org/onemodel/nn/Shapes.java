/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Checks shapes where a tensor enters, so that an error names the dimension and not an operator.
 */
public final class Shapes {

    /** Stands for a dimension of any size in {@link #check}. */
    public static final long ANY = -1;

    private Shapes() {}

    /**
     * Checks the shape of a tensor.
     *
     * @param name what the tensor is, for the message
     * @param array the tensor
     * @param expected the size of each dimension, or {@link #ANY}
     * @return the tensor
     * @throws IllegalArgumentException if the number or the size of the dimensions differs
     */
    public static NDArray check(String name, NDArray array, long... expected) {
        Shape actual = array.getShape();
        boolean matches = actual.dimension() == expected.length;
        for (int i = 0; matches && i < expected.length; i++) {
            matches = expected[i] == ANY || actual.get(i) == expected[i];
        }
        if (!matches) {
            throw new IllegalArgumentException(
                    name + " has shape " + actual + ", expected " + describe(expected));
        }
        return array;
    }

    /**
     * Whether a number is a power of two, as the sides of StyleGAN's images are.
     *
     * @param n the number
     * @return true for 1, 2, 4, 8 …
     */
    public static boolean isPowerOfTwo(int n) {
        return n > 0 && Integer.bitCount(n) == 1;
    }

    private static String describe(long[] expected) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < expected.length; i++) {
            text.append(i == 0 ? "" : ", ").append(expected[i] == ANY ? "any" : expected[i]);
        }
        return text.append(')').toString();
    }
}
