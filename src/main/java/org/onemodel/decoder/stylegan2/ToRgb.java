/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Dual;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/** 1×1 modulated convolution to colours: {@code [N, in, H, W]} to {@code [N, 3, H, W]}. */
final class ToRgb extends NetworkBlock {

    private final ModulatedConvolution convolution;
    private final Parameter bias;

    ToRgb(int inputs, int latentSize) {
        bias = weight("bias", Draw.constant(0), 1, 3, 1, 1);
        convolution =
                addChildBlock(
                        "conv",
                        new ModulatedConvolution(
                                inputs, 3, 1, latentSize, ModulatedConvolution.Kind.RGB));
    }

    Dual apply(Pass pass, Dual x, Dual w) {
        return convolution.apply(pass, x, w).plus(pass.value(bias, x.value()));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Dual x = Dual.of(inputs.get(0));
        Dual w = Dual.of(inputs.get(1));
        return new NDList(apply(new Pass(store, training), x, w).value());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return convolution.getOutputShapes(inputs);
    }
}
