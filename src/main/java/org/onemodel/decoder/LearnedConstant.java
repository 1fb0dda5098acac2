/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * The learned constant {@code input [1, C, 4, 4]} that every image starts from, repeated for images
 * larger than the generator's own.
 */
public final class LearnedConstant extends Layer {

    /** The side of the constant. */
    public static final int SIDE = 4;

    private final Parameter value;
    private final int channels;

    /**
     * A constant without values yet.
     *
     * @param channels C
     */
    public LearnedConstant(int channels) {
        this.channels = channels;
        value = weight("input", Draw.normal(1), 1, channels, SIDE, SIDE);
    }

    /**
     * Repeats the constant for a batch.
     *
     * @param pass the pass
     * @param coarsest the coarsest noise map, {@code [N, 1, h, w]}, h and w multiples of 4
     * @return {@code [N, C, h, w]}
     */
    @Override
    public NDArray apply(Pass pass, NDArray coarsest) {
        Shape shape = coarsest.getShape();
        return pass.scaled(value, 1, coarsest)
                .tile(new long[] {shape.get(0), 1, shape.get(2) / SIDE, shape.get(3) / SIDE});
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), channels, in.get(2), in.get(3))};
    }
}
