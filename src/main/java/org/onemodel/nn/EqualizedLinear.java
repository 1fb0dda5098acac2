/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/**
 * A linear layer with equalised learning rate (Karras et al. 2018): {@code x·(W·rate/√in)ᵀ +
 * rate·b}.
 *
 * <p>Input {@code [N, in]}, output {@code [N, out]}; parameters {@code weight [out, in]}, {@code
 * bias [out]}.
 */
public final class EqualizedLinear extends Layer {

    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;
    private final double gain;
    private final double rate;

    /**
     * A layer whose effective weights start with deviation 1 / √in.
     *
     * @param inputs length of the input
     * @param outputs length of the output
     * @param rate the layer's factor of the learning rate
     * @param bias the bias to start from, before it is multiplied by the rate
     */
    public EqualizedLinear(int inputs, int outputs, double rate, double bias) {
        this.outputs = outputs;
        this.rate = rate;
        this.gain = rate / Math.sqrt(inputs);
        this.weight = weight("weight", Draw.normal(1 / rate), outputs, inputs);
        this.bias = weight("bias", Draw.constant(bias), outputs);
    }

    /**
     * Multiplies and adds the bias.
     *
     * @param pass the pass
     * @param x {@code [N, in]}
     * @return {@code [N, out]}
     */
    @Override
    public NDArray apply(Pass pass, NDArray x) {
        return apply(pass, Dual.of(x)).value();
    }

    /**
     * Multiplies and adds the bias.
     *
     * @param pass the pass
     * @param x {@code [N, in]}
     * @return {@code [N, out]}
     */
    public Dual apply(Pass pass, Dual x) {
        NDArray w = pass.scaled(weight, gain, x.value()).transpose(); // [in, out]
        return x.linear(a -> a.matMul(w)).plus(pass.scaled(bias, rate, x.value()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), outputs)};
    }
}
