/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/**
 * A linear layer with equalised learning rate (Karras et al. 2018): {@code x·(W·√(2/in))ᵀ + b}.
 *
 * <p>Input {@code [N, in]}, output {@code [N, out]}; parameters {@code weight_orig [out, in]},
 * {@code bias [out]}.
 */
final class ScaledLinear extends Layer {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;
    private final double gain;

    ScaledLinear(int inputs, int outputs) {
        this.outputs = outputs;
        this.gain = Math.sqrt(2.0 / inputs);
        this.bias = weight("bias", Draw.constant(0), outputs);
        this.weight = weight("weight_orig", Draw.normal(1), outputs, inputs);
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        return x.matMul(pass.scaled(weight, gain, x).transpose()).add(pass.value(bias, x));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), outputs)};
    }
}
