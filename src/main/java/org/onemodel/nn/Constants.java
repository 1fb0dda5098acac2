/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Numbers in a computation through which gradients are taken, in the engine's own memory.
 *
 * <p>What {@link NDManager#create(float[], Shape)} makes lies in a Java buffer, which is let go
 * when that array is closed, while the backward pass still reads it: if the garbage collector comes
 * in between, gradients become garbage or NaN. {@link NDArray#mul(Number)}, {@code div} and {@code
 * pow} do just that with their number.
 */
public final class Constants {

    private Constants() {}

    /**
     * A number.
     *
     * @param manager the owner
     * @param value the value
     * @return a scalar
     */
    public static NDArray scalar(NDManager manager, double value) {
        return manager.full(new Shape(), (float) value);
    }

    /**
     * A tensor of given values.
     *
     * @param manager the owner
     * @param values the values, row by row
     * @param shape as many as there are values
     * @return the tensor
     */
    public static NDArray tensor(NDManager manager, float[] values, Shape shape) {
        try (NDArray created = manager.create(values, shape)) {
            return created.duplicate();
        }
    }

    /**
     * Multiplies by a number.
     *
     * @param x any tensor
     * @param factor the number
     * @return a tensor of the same shape and type, on x's manager
     */
    public static NDArray times(NDArray x, double factor) {
        return x.mul(scalar(x.getManager(), factor));
    }
}
