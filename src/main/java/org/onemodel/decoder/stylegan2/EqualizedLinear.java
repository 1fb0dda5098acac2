/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.nn.Draw;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * A linear layer with equalised learning rate (Karras et al. 2018): {@code x·(W·rate/√in)ᵀ +
 * rate·b}.
 *
 * <p>Input {@code [N, in]}, output {@code [N, out]}; parameters {@code weight [out, in]}, {@code
 * bias [out]}.
 */
final class EqualizedLinear extends NetworkBlock {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;
    private final double gain;
    private final double rate;

    EqualizedLinear(int inputs, int outputs, double rate, double bias) {
        this.outputs = outputs;
        this.rate = rate;
        this.gain = rate / Math.sqrt(inputs);
        this.weight = weight("weight", Draw.normal(1 / rate), outputs, inputs);
        this.bias = weight("bias", Draw.constant(bias), outputs);
    }

    NDArray apply(Pass pass, NDArray x) {
        NDArray w = pass.scaled(weight, gain, x).transpose(); // [in, out]
        return x.matMul(w).add(pass.scaled(bias, rate, x));
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
        return new Shape[] {new Shape(inputs[0].get(0), outputs)};
    }
}
