/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A block that turns one tensor into one, of the same shape unless it says otherwise. */
public abstract class Layer extends NetworkBlock {

    /**
     * Applies this layer.
     *
     * @param pass the pass
     * @param x such as {@code [N, C, H, W]}
     * @return a new tensor on the manager of x
     */
    public abstract NDArray apply(Pass pass, NDArray x);

    @Override
    protected final NDList forwardInternal(
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
