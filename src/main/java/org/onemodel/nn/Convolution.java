/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A plain convolution, padded so that stride 1 keeps the size and stride 2 halves it, unless told
 * otherwise.
 *
 * <p>Input {@code [N, in, H, W]}, output {@code [N, out, H', W']} with H' = ⌊(H + 2·padding − k) /
 * stride⌋ + 1; parameters {@code weight [out, in, k, k]} and, optionally, {@code bias [out]}.
 */
public final class Convolution extends Layer {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;
    private final int kernel;
    private final int stride;
    private final int padding;

    private Convolution(
            int inputs,
            int outputs,
            int kernel,
            int stride,
            int padding,
            boolean biased,
            Draw draw) {
        this.outputs = outputs;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
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
        return padded(inputs, outputs, kernel, stride, same(kernel));
    }

    /**
     * A convolution with bias and a chosen padding, its weight drawn as He et al. do.
     *
     * @param inputs channels in
     * @param outputs channels out
     * @param kernel side of the kernel
     * @param stride pixels from one output to the next
     * @param padding zeros added on each side
     * @return the block
     */
    public static Convolution padded(int inputs, int outputs, int kernel, int stride, int padding) {
        Draw draw = Draw.he((long) inputs * kernel * kernel);
        return new Convolution(inputs, outputs, kernel, stride, padding, true, draw);
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
        return new Convolution(inputs, outputs, kernel, 1, same(kernel), true, draw);
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
        return new Convolution(inputs, outputs, kernel, stride, same(kernel), false, draw);
    }

    /** The padding with which stride 1 keeps the size. */
    private static int same(int kernel) {
        return (kernel - 1) / 2;
    }

    /**
     * Convolves.
     *
     * @param pass the pass
     * @param x {@code [N, in, H, W]}
     * @return {@code [N, out, H', W']}
     */
    @Override
    public NDArray apply(Pass pass, NDArray x) {
        NDArray offset = bias == null ? null : pass.value(bias, x);
        return Conv2d.conv2d(
                        x,
                        pass.value(weight, x),
                        offset,
                        new Shape(stride, stride),
                        new Shape(padding, padding))
                .singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {
            new Shape(in.get(0), outputs, outputSide(in.get(2)), outputSide(in.get(3)))
        };
    }

    private long outputSide(long side) {
        return (side + 2L * padding - kernel) / stride + 1;
    }
}
