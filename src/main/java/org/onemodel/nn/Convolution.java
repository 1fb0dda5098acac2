/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A plain convolution, padded so that stride 1 keeps the size and stride 2 halves it.
 *
 * <p>Input {@code [N, in, H, W]}, output {@code [N, out, H / stride, W / stride]}; parameters
 * {@code weight [out, in, k, k]} and, optionally, {@code bias [out]}.
 */
public final class Convolution extends NetworkBlock {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;
    private final int stride;
    private final Shape padding;

    private Convolution(
            int inputs, int outputs, int kernel, int stride, boolean biased, Draw draw) {
        this.outputs = outputs;
        this.stride = stride;
        int pad = (kernel - 1) / 2;
        this.padding = new Shape(pad, pad);
        this.weight = weight("weight", draw, outputs, inputs, kernel, kernel);
        this.bias = biased ? weight("bias", Draw.constant(0), outputs) : null;
    }

    /**
     * A convolution with bias, its weight drawn as He et al. do.
     *
     * @param inputs channels in
     * @param outputs channels out
     * @param kernel side of the kernel
     * @param stride 1 or 2
     * @return the block
     */
    public static Convolution biased(int inputs, int outputs, int kernel, int stride) {
        Draw draw = Draw.he((long) inputs * kernel * kernel);
        return new Convolution(inputs, outputs, kernel, stride, true, draw);
    }

    /**
     * A convolution with bias and a chosen start.
     *
     * @param inputs channels in
     * @param outputs channels out
     * @param kernel side of the kernel
     * @param draw the weights to start from
     * @return the block
     */
    public static Convolution biased(int inputs, int outputs, int kernel, Draw draw) {
        return new Convolution(inputs, outputs, kernel, 1, true, draw);
    }

    /**
     * A convolution without bias, as in front of a batch normalisation.
     *
     * @param inputs channels in
     * @param outputs channels out
     * @param kernel side of the kernel
     * @param stride 1 or 2
     * @return the block
     */
    public static Convolution unbiased(int inputs, int outputs, int kernel, int stride) {
        Draw draw = Draw.he((long) inputs * kernel * kernel);
        return new Convolution(inputs, outputs, kernel, stride, false, draw);
    }

    /**
     * Convolves.
     *
     * @param pass the pass
     * @param x {@code [N, in, H, W]}
     * @return {@code [N, out, H / stride, W / stride]}
     */
    public NDArray apply(Pass pass, NDArray x) {
        NDArray offset = bias == null ? null : pass.value(bias, x);
        return Conv2d.conv2d(x, pass.value(weight, x), offset, new Shape(stride, stride), padding)
                .singletonOrThrow();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return new NDList(apply(new Pass(store, training), inputs.singletonOrThrow()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), outputs, in.get(2) / stride, in.get(3) / stride)};
    }
}
