/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Dual;
import org.onemodel.nn.Fir;
import org.onemodel.nn.Pass;

/**
 * One layer of the discriminator: a convolution with equalised learning rate, {@code W / √(in·k²)},
 * after a low-pass filter if it halves the size, and followed by bias, leaky ReLU and √2 if it is
 * activated.
 *
 * <p>Input {@code [N, in, H, W]}, output {@code [N, out, H, W]} or {@code [N, out, H/2, W/2]}. The
 * parameters are named by their place in the port's sequence of filter, convolution and activation:
 * {@code 0.weight [out, in, k, k], 1.bias [out]}, or {@code 1.weight, 2.bias} after a filter.
 */
final class DiscriminatorLayer extends DualBlock {

    /** What the layer does besides convolving. */
    enum Kind {
        /** Same size, activated. */
        SAME,
        /** Half the size, activated. */
        DOWNSAMPLING,
        /** Half the size, neither biased nor activated: the way past a residual block. */
        SKIP
    }

    private static final double GAIN = Math.sqrt(2);

    private final int outputs;
    private final int kernel;
    private final double scale;
    private final Kind kind;
    private final Parameter weight;
    private final Parameter bias;

    DiscriminatorLayer(int inputs, int outputs, int kernel, Kind kind) {
        this.outputs = outputs;
        this.kernel = kernel;
        this.kind = kind;
        this.scale = 1 / Math.sqrt((double) inputs * kernel * kernel);
        int place = kind == Kind.SAME ? 0 : 1;
        Values convolution = new Values("weight", Draw.normal(1), outputs, inputs, kernel, kernel);
        weight = addChildBlock(Integer.toString(place), convolution).parameter;
        bias =
                kind == Kind.SKIP
                        ? null
                        : addChildBlock(
                                        Integer.toString(place + 1),
                                        new Values("bias", Draw.constant(0), outputs))
                                .parameter;
    }

    @Override
    Dual apply(Pass pass, Dual x) {
        NDArray effective = pass.scaled(weight, scale, x.value());
        Dual y = x.linear(a -> convolve(a, effective));
        return bias == null ? y : activate(y, pass.scaled(bias, 1, x.value()));
    }

    /** The gain goes in before the leaky ReLU, which lets factors through. */
    private static Dual activate(Dual x, NDArray offset) {
        return x.plus(offset.reshape(1, -1, 1, 1)).times(GAIN).leakyRelu();
    }

    private NDArray convolve(NDArray x, NDArray weight) {
        if (kind == Kind.SAME) {
            return convolve(x, weight, 1, kernel / 2);
        }
        // Of a 1×1 kernel's input only each second pixel is read, so the filter can skip the rest.
        return kernel == 1
                ? convolve(Fir.lowPass(x, 1, 2), weight, 1, 0)
                : convolve(Fir.lowPass(x, 2, 1), weight, 2, 0);
    }

    private static NDArray convolve(NDArray x, NDArray weight, int stride, int padding) {
        Shape strides = new Shape(stride, stride);
        Shape pads = new Shape(padding, padding);
        return Conv2d.conv2d(x, weight, null, strides, pads).singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        int divisor = kind == Kind.SAME ? 1 : 2;
        return new Shape[] {
            new Shape(in.get(0), outputs, in.get(2) / divisor, in.get(3) / divisor)
        };
    }

    /** Gives a parameter its place in the names. */
    private static final class Values extends DualBlock {

        private final Parameter parameter;

        Values(String name, Draw draw, long... shape) {
            parameter = weight(name, draw, shape);
        }

        @Override
        Dual apply(Pass pass, Dual x) {
            return Dual.of(pass.value(parameter, x.value()));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return new Shape[] {parameter.getShape()};
        }
    }
}
