/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.onemodel.nn.Scalars;

/**
 * A tensor and, if one was asked for, its derivative in one direction of what the computation began
 * with: a dual number.
 *
 * <p>A network written with these operations gives its directional derivative along with its value,
 * in one pass forwards. Both are ordinary tensors whose gradients the engine can take, and that
 * makes the gradient of a gradient out of first-order gradients.
 */
final class Dual {

    private static final float SLOPE = 0.2f;

    private final NDArray value;
    private final Optional<NDArray> tangent;

    private Dual(NDArray value, Optional<NDArray> tangent) {
        this.value = value;
        this.tangent = tangent;
    }

    /** A value alone. */
    static Dual of(NDArray value) {
        return new Dual(value, Optional.empty());
    }

    /** A value that moves in a direction of the same shape. */
    static Dual of(NDArray value, NDArray direction) {
        return new Dual(value, Optional.of(direction));
    }

    NDArray value() {
        return value;
    }

    /** The derivative, of the value's shape. */
    NDArray tangent() {
        return tangent.orElseThrow(() -> new IllegalStateException("No direction was given."));
    }

    /** Applies a function without a constant term: f(ax + by) = a·f(x) + b·f(y). */
    Dual linear(UnaryOperator<NDArray> f) {
        return new Dual(f.apply(value), tangent.map(f));
    }

    /** Adds a constant, broadcast to the value's shape. */
    Dual plus(NDArray constant) {
        return new Dual(value.add(constant), tangent);
    }

    Dual plus(Dual other) {
        return with(other, NDArray::add);
    }

    /** Joins along the channels. */
    Dual concat(Dual other) {
        return with(other, (a, b) -> a.concat(b, 1));
    }

    private Dual with(Dual other, BinaryOperator<NDArray> f) {
        return new Dual(f.apply(value, other.value), tangent.map(t -> f.apply(t, other.tangent())));
    }

    Dual times(double factor) {
        return linear(x -> Scalars.times(x, factor));
    }

    Dual square() {
        return new Dual(value.square(), tangent.map(t -> Scalars.times(t.mul(value), 2)));
    }

    /** The root of positive values. */
    Dual sqrt() {
        NDArray root = value.sqrt();
        return new Dual(root, tangent.map(t -> Scalars.times(t.div(root), 0.5)));
    }

    /** Leaky ReLU of slope 0.2. */
    Dual leakyRelu() {
        return new Dual(
                value.getNDArrayInternal().leakyRelu(SLOPE), tangent.map(t -> t.mul(slope())));
    }

    private NDArray slope() {
        return Scalars.times(value.gt(0f).toType(DataType.FLOAT32, false), 1 - SLOPE).add(SLOPE);
    }
}
