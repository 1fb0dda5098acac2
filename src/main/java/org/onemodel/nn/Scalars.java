/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;

/**
 * Products with a number whose gradient can be taken.
 *
 * <p>{@link NDArray#mul(Number)} puts the number in a Java buffer that it lets go of before it
 * returns, while the engine keeps the address for the way back: when Java collects the buffer in
 * between, the gradient is multiplied by whatever lies there then. Here the number lives as long as
 * the tensor's manager. Whatever is multiplied while gradients are recorded must go through here.
 */
public final class Scalars {

    private Scalars() {}

    /**
     * Multiplies.
     *
     * @param x any tensor, of a manager that is closed after the gradients are taken
     * @param factor the factor
     * @return a tensor of the same shape, on the manager of x
     */
    public static NDArray times(NDArray x, double factor) {
        return x.mul(x.getManager().create((float) factor));
    }
}
