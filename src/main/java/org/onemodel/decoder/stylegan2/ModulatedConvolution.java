/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Draw;
import org.onemodel.nn.Dual;
import org.onemodel.nn.EqualizedLinear;
import org.onemodel.nn.Fir;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * Modulated convolution (Karras et al. 2020, section 2.2) as scale-in, shared weight, scale-out.
 *
 * <p>A style {@code s [N, in]} scales the input channels, the weight {@code W [out, in, k, k] /
 * √(in·k²)} is shared by the batch, and demodulation scales the output channels by {@code 1 /
 * √(Σ(W·s)² + 1e-8)}. The same function as a weight per sample, and faster.
 *
 * <p>Inputs {@code [N, in, H, W]} and {@code w [N, L]}; output {@code [N, out, H, W]}, or {@code
 * [N, out, 2H, 2W]} when upsampling.
 */
final class ModulatedConvolution extends NetworkBlock {

    /** What happens to the output channels and the size. */
    enum Kind {
        /** Demodulated, same size. */
        SAME,
        /** Demodulated, transposed with stride 2, then low-pass filtered. */
        UPSAMPLING,
        /** Not demodulated, same size: an RGB output. */
        RGB
    }

    private static final float EPSILON = 1e-8f;

    private final Parameter weight;
    private final EqualizedLinear modulation;
    private final int inputs;
    private final int outputs;
    private final Shape padding;
    private final double scale;
    private final Kind kind;

    ModulatedConvolution(int inputs, int outputs, int kernel, int latentSize, Kind kind) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.kind = kind;
        this.padding = new Shape(kernel / 2, kernel / 2);
        this.scale = 1 / Math.sqrt((double) inputs * kernel * kernel);
        this.weight = weight("weight", Draw.normal(1), 1, outputs, inputs, kernel, kernel);
        this.modulation =
                addChildBlock("modulation", new EqualizedLinear(latentSize, inputs, 1, 1));
    }

    Dual apply(Pass pass, Dual x, Dual w) {
        Dual style = modulation.apply(pass, w); // [N, in]
        NDArray kernel = pass.scaled(weight, scale, x.value()).squeeze(0); // [out, in, k, k]
        Dual scaled = x.times(style.linear(a -> a.reshape(-1, inputs, 1, 1)));
        Dual y = scaled.linear(a -> convolve(a, kernel));
        return kind == Kind.RGB ? y : y.over(norm(style, kernel));
    }

    /** What demodulation divides by, {@code [N, out, 1, 1]}. */
    private Dual norm(Dual style, NDArray kernel) {
        NDArray energy = kernel.square().sum(new int[] {2, 3}).transpose(); // [in, out]
        NDArray epsilon = Constants.scalar(kernel.getManager(), EPSILON);
        return style.square()
                .linear(a -> a.matMul(energy))
                .plus(epsilon)
                .sqrt()
                .linear(a -> a.reshape(-1, outputs, 1, 1));
    }

    private NDArray convolve(NDArray x, NDArray kernel) {
        if (kind != Kind.UPSAMPLING) {
            return Conv2d.conv2d(x, kernel, null, new Shape(1, 1), padding).singletonOrThrow();
        }
        return Fir.upsample(x, kernel);
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
        long factor = kind == Kind.UPSAMPLING ? 2 : 1;
        Shape in = inputs[0];
        return new Shape[] {new Shape(in.get(0), outputs, in.get(2) * factor, in.get(3) * factor)};
    }
}
