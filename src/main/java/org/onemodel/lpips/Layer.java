/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.lpips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/** A block that turns one tensor into one. */
abstract class Layer extends NetworkBlock {

    /**
     * Applies this layer.
     *
     * @param pass the pass
     * @param x {@code [N, C, H, W]}
     * @return a new tensor on the manager of x
     */
    abstract NDArray apply(Pass pass, NDArray x);

    @Override
    protected final NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return new NDList(apply(new Pass(store, training), inputs.singletonOrThrow()));
    }
}
