/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import org.onemodel.nn.BatchNormalization;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * The residual block of the paper's encoder (He et al. 2016, "basic block").
 *
 * <p>{@code [N, in, H, W]} to {@code [N, out, H / stride, W / stride]}: 3×3 convolution, batch
 * normalisation, ReLU, 3×3 convolution, batch normalisation, plus the input (through a 1×1
 * convolution with bias and batch normalisation where the shape changes), ReLU.
 */
final class BasicBlock extends Layer {

    private final Convolution conv1;
    private final BatchNormalization bn1;
    private final Convolution conv2;
    private final BatchNormalization bn2;
    private final Downsample downsample;
    private final int outputs;
    private final int stride;

    BasicBlock(int inputs, int outputs, int stride) {
        this.outputs = outputs;
        this.stride = stride;
        conv1 = addChildBlock("conv1", Convolution.unbiased(inputs, outputs, 3, stride));
        bn1 = addChildBlock("bn1", new BatchNormalization(outputs));
        conv2 = addChildBlock("conv2", Convolution.unbiased(outputs, outputs, 3, 1));
        bn2 = addChildBlock("bn2", new BatchNormalization(outputs));
        boolean sameShape = inputs == outputs && stride == 1;
        downsample =
                sameShape
                        ? null
                        : addChildBlock("downsample", new Downsample(inputs, outputs, stride));
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        NDArray y = Activation.relu(bn1.apply(pass, conv1.apply(pass, x)));
        y = bn2.apply(pass, conv2.apply(pass, y));
        NDArray skip = downsample == null ? x : downsample.apply(pass, x);
        return Activation.relu(y.add(skip));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), outputs, in.get(2) / stride, in.get(3) / stride)};
    }

    /** The skip connection where the shape changes; its parts are named 0 and 1 in checkpoints. */
    private static final class Downsample extends Layer {

        private final Convolution convolution;
        private final BatchNormalization normalization;

        Downsample(int inputs, int outputs, int stride) {
            convolution = addChildBlock("0", Convolution.biased(inputs, outputs, 1, stride));
            normalization = addChildBlock("1", new BatchNormalization(outputs));
        }

        @Override
        public NDArray apply(Pass pass, NDArray x) {
            return normalization.apply(pass, convolution.apply(pass, x));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return normalization.getOutputShapes(convolution.getOutputShapes(inputs));
        }
    }
}
