/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * Adaptive instance normalisation (Huang and Belongie 2017): each channel of each image is
 * normalised, then scaled and shifted as the style says, {@code γ·(x − μ)/√(σ² + 1e-5) + β} with
 * {@code [γ, β] = style(w)} and the biased variance.
 *
 * <p>Inputs {@code [N, C, H, W]} and {@code w [N, L]}; output {@code [N, C, H, W]}.
 */
final class AdaptiveInstanceNorm extends NetworkBlock {

    private static final float EPSILON = 1e-5f;

    private final Named style;
    private final int channels;

    AdaptiveInstanceNorm(int channels, int latentSize) {
        this.channels = channels;
        style =
                addChildBlock(
                        "style", new Named("linear", new ScaledLinear(latentSize, 2 * channels)));
    }

    /** Instances are the channels of a batch of one: so batch normalisation does the work. */
    NDArray apply(Pass pass, NDArray x, NDArray w) {
        Shape shape = x.getShape();
        NDArray scaleAndShift = style.apply(pass, w); // [N, 2C]
        NDArray scale = scaleAndShift.get(new NDIndex(":, :{}", channels)).reshape(-1);
        NDArray shift = scaleAndShift.get(new NDIndex(":, {}:", channels)).reshape(-1);
        long instances = shape.get(0) * channels;
        NDManager manager = x.getManager();
        return BatchNorm.batchNorm(
                        x.reshape(1, instances, shape.get(2), shape.get(3)),
                        manager.zeros(new Shape(instances)), // running statistics, of no use
                        manager.ones(new Shape(instances)),
                        scale,
                        shift,
                        1,
                        0,
                        EPSILON,
                        true)
                .singletonOrThrow()
                .reshape(shape);
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
        return new Shape[] {inputs[0]};
    }
}
