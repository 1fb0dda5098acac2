/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A tensor and, if one was asked for, its derivative in one direction of what the computation began
 * with: a dual number.
 *
 * <p>A network written with these operations gives its directional derivative along with its value,
 * in one pass forwards. Both are ordinary tensors whose gradients the engine can take, and that
 * makes the gradient of a gradient out of first-order gradients. Immutable; a value without a
 * derivative costs nothing and counts as constant.
 */
public final class Dual {

    private static final float SLOPE = 0.2f;

    private final NDArray value;
    private final Optional<NDArray> tangent;

    private Dual(NDArray value, Optional<NDArray> tangent) {
        this.value = value;
        this.tangent = tangent;
    }

    /**
     * A constant.
     *
     * @param value the value
     * @return the value alone
     */
    public static Dual of(NDArray value) {
        return new Dual(value, Optional.empty());
    }

    /**
     * A value that moves.
     *
     * @param value the value
     * @param direction where it moves, of the same shape
     * @return both
     */
    public static Dual of(NDArray value, NDArray direction) {
        return new Dual(value, Optional.of(direction));
    }

    /**
     * The value.
     *
     * @return the tensor that the computation gives without any direction
     */
    public NDArray value() {
        return value;
    }

    /**
     * The derivative in the direction.
     *
     * @return a tensor of the value's shape
     * @throws IllegalStateException if nothing moves
     */
    public NDArray tangent() {
        return tangent.orElseThrow(() -> new IllegalStateException("No direction was given."));
    }

    /**
     * Applies a function that is linear in its argument, without a constant term.
     *
     * @param f such as a convolution without bias
     * @return f of the value, and of the derivative
     */
    public Dual linear(UnaryOperator<NDArray> f) {
        return new Dual(f.apply(value), tangent.map(f));
    }

    /**
     * Adds a constant.
     *
     * @param constant of a shape that is broadcast to the value's
     * @return the sum
     */
    public Dual plus(NDArray constant) {
        return new Dual(value.add(constant), tangent);
    }

    /**
     * Adds.
     *
     * @param other of the same shape
     * @return the sum
     */
    public Dual plus(Dual other) {
        return new Dual(value.add(other.value), sum(tangent, other.tangent));
    }

    /**
     * Multiplies by a number.
     *
     * @param factor the number
     * @return the product
     */
    public Dual times(double factor) {
        return linear(x -> Constants.times(x, factor));
    }

    /**
     * Multiplies.
     *
     * @param other of a shape that is broadcast to the value's
     * @return the product
     */
    public Dual times(Dual other) {
        return new Dual(
                value.mul(other.value),
                sum(tangent.map(t -> t.mul(other.value)), other.tangent.map(t -> value.mul(t))));
    }

    /**
     * Divides.
     *
     * @param other of a shape that is broadcast to the value's
     * @return the quotient
     */
    public Dual over(Dual other) {
        NDArray quotient = value.div(other.value);
        return new Dual(
                quotient,
                sum(
                        tangent.map(t -> t.div(other.value)),
                        other.tangent.map(t -> quotient.mul(t).div(other.value).neg())));
    }

    private static Optional<NDArray> sum(Optional<NDArray> a, Optional<NDArray> b) {
        if (a.isEmpty()) {
            return b;
        }
        return b.isEmpty() ? a : Optional.of(a.get().add(b.get()));
    }

    /**
     * Joins along the channels.
     *
     * @param other of the same shape but for its channels; it moves if this does
     * @return the channels of this, then of the other
     */
    public Dual concat(Dual other) {
        return new Dual(
                value.concat(other.value, 1), tangent.map(t -> t.concat(other.tangent(), 1)));
    }

    /**
     * Squares each value.
     *
     * @return x²
     */
    public Dual square() {
        return new Dual(value.square(), tangent.map(t -> Constants.times(t.mul(value), 2)));
    }

    /**
     * The root of positive values.
     *
     * @return √x
     */
    public Dual sqrt() {
        NDArray root = value.sqrt();
        return new Dual(root, tangent.map(t -> Constants.times(t.div(root), 0.5)));
    }

    /**
     * Leaky ReLU of slope 0.2, as all published networks of this family apply.
     *
     * @return x where it is positive, else 0.2·x
     */
    public Dual leakyRelu() {
        return new Dual(
                value.getNDArrayInternal().leakyRelu(SLOPE), tangent.map(t -> t.mul(slope())));
    }

    private NDArray slope() {
        return Constants.times(value.gt(0f).toType(DataType.FLOAT32, false), 1 - SLOPE).add(SLOPE);
    }
}
