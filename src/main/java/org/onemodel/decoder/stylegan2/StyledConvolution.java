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
import org.onemodel.nn.Dual;
import org.onemodel.nn.Layer;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * Modulated convolution, plus a weighted noise map, plus bias, leaky ReLU, times √2.
 *
 * <p>Inputs {@code [N, in, H, W]}, {@code w [N, L]} and a noise map {@code [N, 1, H', W']}; output
 * {@code [N, out, H', W']} with H' = H, or 2H when upsampling.
 */
final class StyledConvolution extends NetworkBlock {

    private static final double GAIN = Math.sqrt(2);

    private final ModulatedConvolution convolution;
    private final Noise noise;
    private final Activate activate;

    StyledConvolution(int inputs, int outputs, int latentSize, ModulatedConvolution.Kind kind) {
        convolution =
                addChildBlock(
                        "conv", new ModulatedConvolution(inputs, outputs, 3, latentSize, kind));
        noise = addChildBlock("noise", new Noise());
        activate = addChildBlock("activate", new Activate(outputs));
    }

    /** What there is before the noise map is added. */
    Dual begin(Pass pass, Dual x, Dual w) {
        return convolution.apply(pass, x, w);
    }

    /** Goes on from {@link #begin}. */
    Dual finish(Pass pass, Dual begun, NDArray noiseMap) {
        return activate.apply(pass, begun.plus(noise.apply(pass, noiseMap)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Pass pass = new Pass(store, training);
        Dual x = Dual.of(inputs.get(0));
        Dual w = Dual.of(inputs.get(1));
        return new NDList(finish(pass, begin(pass, x, w), inputs.get(2)).value());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return convolution.getOutputShapes(inputs);
    }

    /** The learned strength of the noise map: one number. A drawn generator hears its noise. */
    private static final class Noise extends Layer {

        private final Parameter weight = weight("weight", Draw.constant(1), 1);

        @Override
        public NDArray apply(Pass pass, NDArray noiseMap) {
            return noiseMap.mul(pass.value(weight, noiseMap));
        }
    }

    /** Bias and activation. The gain goes in before the leaky ReLU, which lets factors through. */
    private static final class Activate extends NetworkBlock {

        private final Parameter bias;
        private final int channels;

        Activate(int channels) {
            this.channels = channels;
            this.bias = weight("bias", Draw.constant(0), channels);
        }

        Dual apply(Pass pass, Dual x) {
            NDArray offset = pass.scaled(bias, 1, x.value()).reshape(1, channels, 1, 1);
            return x.plus(offset).times(GAIN).leakyRelu();
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store,
                NDList inputs,
                boolean training,
                PairList<String, Object> parameters) {
            Dual x = Dual.of(inputs.singletonOrThrow());
            return new NDList(apply(new Pass(store, training), x).value());
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return inputs;
        }
    }
}
