/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * The distance at one layer: features of unit length per pixel, their squared difference weighted
 * per channel ({@code model.1.weight [1, C, 1, 1]}), mean over the pixels.
 */
final class FeatureDistance extends NetworkBlock {

    /** Added to the length of a feature vector, as LPIPS does. */
    private static final float EPSILON = 1e-10f;

    /** Below the square of any length that makes a difference beside ε. */
    private static final float SMALLEST_SQUARE = 1e-36f;

    private final Convolution weight;

    FeatureDistance(int channels) {
        BlockSequence<Convolution> model = addChildBlock("model", new BlockSequence<>());
        weight = Convolution.unbiased(channels, 1, 1, 1);
        model.add(1, weight); // 0 is LPIPS's dropout
    }

    /**
     * Compares.
     *
     * @param pass the pass
     * @param x features {@code [N, C, H, W]}
     * @param y features of the same shape
     * @return {@code [N]}, on the manager of x
     */
    NDArray apply(Pass pass, NDArray x, NDArray y) {
        NDManager owner = x.getManager();
        try (NDManager scratch = owner.newSubManager()) {
            NDArray squares = unit(x, scratch).sub(unit(y, scratch)).square();
            NDArray map = weight.apply(pass, squares); // [N, 1, H, W]
            NDArray mean = map.reshape(map.getShape().get(0), -1).mean(new int[] {1});
            mean.attach(owner);
            return mean;
        }
    }

    /**
     * Where all channels are 0, the square root has no slope; the length has none there either in
     * the limit of x / (|x| + ε), so that its part of the gradient is cut off and not infinite.
     */
    private static NDArray unit(NDArray features, NDManager scratch) {
        NDArray x = features.reshape(features.getShape());
        x.attach(scratch);
        NDArray length = x.square().sum(new int[] {1}, true).maximum(SMALLEST_SQUARE).sqrt();
        return x.div(length.add(EPSILON));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return new NDList(apply(new Pass(store, training), inputs.get(0), inputs.get(1)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0))};
    }
}
