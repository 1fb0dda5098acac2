/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** What makes the tensor of a file the value of a parameter. */
enum Conversion {
    /** Nothing: shape and values are the same. */
    SAME {
        @Override
        boolean fits(long[] shape, long[] expected) {
            return Arrays.equals(shape, expected);
        }
    },

    /** The values are the same; the shapes are but for axes of length 1. */
    NONE,

    /**
     * Convolution weights that are not divided by the square root of their fan-in when they are
     * used, as ours are.
     */
    TIMES_ROOT_OF_FAN_IN {
        @Override
        float[] convert(float[] values, long[] expected) {
            int axes = expected.length; // [1, out, in, k, k]
            long fanIn = expected[axes - 3] * expected[axes - 2] * expected[axes - 1];
            float factor = (float) Math.sqrt(fanIn);
            float[] scaled = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                scaled[i] = factor * values[i];
            }
            return scaled;
        }
    },

    /** What gives the three colours; that of a grey generator gives three alike. */
    COLOURS {
        @Override
        boolean fits(long[] shape, long[] expected) {
            return super.fits(shape, expected) || isGrey(shape, expected);
        }

        @Override
        float[] convert(float[] values, long[] expected) {
            int size = Math.toIntExact(new Shape(expected).size());
            if (values.length == size) {
                return values;
            }
            float[] repeated = new float[size];
            for (int i = 0; i < size; i++) {
                repeated[i] = values[i % values.length];
            }
            return repeated;
        }

        private boolean isGrey(long[] shape, long[] expected) {
            long[] grey = expected.clone(); // [1, 3, in, 1, 1] or [1, 3, 1, 1]
            grey[1] = 1;
            return super.fits(shape, grey);
        }
    };

    /** Whether a tensor of this shape can become a parameter of that. */
    boolean fits(long[] shape, long[] expected) {
        return Arrays.equals(squeezed(shape), squeezed(expected));
    }

    /** The parameter's values, row by row; for a shape that {@link #fits}. */
    float[] convert(float[] values, long[] expected) {
        return values;
    }

    private static long[] squeezed(long[] shape) {
        return Arrays.stream(shape).filter(length -> length != 1).toArray();
    }
}
