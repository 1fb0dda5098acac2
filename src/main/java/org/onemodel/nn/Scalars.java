/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic with numbers through which gradients can be taken.
 *
 * <p>{@link NDArray#mul(Number)}, {@code div} and {@code pow} put the number into a Java buffer
 * that they let go of at once, while the engine keeps pointing at it for the backward pass: if the
 * garbage collector comes in between, gradients become garbage or NaN. Here the number lives as
 * long as the tensor's manager.
 */
public final class Scalars {

    private Scalars() {}

    /**
     * Multiplies by a number.
     *
     * @param x any tensor of a computation, on a manager that closes after the backward pass
     * @param factor the number
     * @return a tensor of the same shape and type, on x's manager
     */
    public static NDArray times(NDArray x, double factor) {
        return x.mul(x.getManager().create((float) factor));
    }
}
