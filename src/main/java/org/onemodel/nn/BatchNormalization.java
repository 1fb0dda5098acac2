/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Batch normalisation over N, H and W with PyTorch's parameter names and defaults (ε = 1e-5).
 *
 * <p>Input and output {@code [N, C, H, W]}; parameters {@code weight, bias, running_mean,
 * running_var}, each {@code [C]}.
 */
public final class BatchNormalization extends NetworkBlock {

    private static final float EPSILON = 1e-5f;

    /** Share of the running statistics that stays at each step: 1 less the momentum of PyTorch. */
    private static final float MOMENTUM = 0.9f;

    private final Parameter weight;
    private final Parameter bias;
    private final Parameter mean;
    private final Parameter variance;

    /**
     * Normalises this many channels.
     *
     * @param channels C
     */
    public BatchNormalization(int channels) {
        weight = weight("weight", Draw.constant(1), channels);
        bias = weight("bias", Draw.constant(0), channels);
        mean = buffer("running_mean", Draw.constant(0), channels);
        variance = buffer("running_var", Draw.constant(1), channels);
    }

    /**
     * Normalises with the batch's statistics when training, else with the running ones.
     *
     * @param pass the pass
     * @param x {@code [N, C, H, W]}
     * @return a tensor of the same shape
     */
    public NDArray apply(Pass pass, NDArray x) {
        return BatchNorm.batchNorm(
                        x,
                        pass.value(mean, x),
                        pass.value(variance, x),
                        pass.value(weight, x),
                        pass.value(bias, x),
                        1,
                        MOMENTUM,
                        EPSILON,
                        pass.training())
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
        return inputs;
    }
}
