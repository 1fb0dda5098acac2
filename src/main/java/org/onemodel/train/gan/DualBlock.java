/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.nn.Dual;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/** A block that gives its directional derivative along with its value. */
abstract class DualBlock extends NetworkBlock {

    abstract Dual apply(Pass pass, Dual x);

    @Override
    protected final NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Dual x = Dual.of(inputs.singletonOrThrow());
        return new NDList(apply(new Pass(store, training), x).value());
    }
}
