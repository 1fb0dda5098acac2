/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.nn.Constants;
import org.onemodel.nn.EqualizedLinear;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;
import org.onemodel.nn.PixelNorm;

/**
 * The mapping network, Z to W: pixel norm, then linear layers with leaky ReLU and gain √2.
 *
 * <p>Input and output {@code [N, L]}. The layers are numbered from 1, as 0 is the norm.
 */
final class Mapping extends Layer {

    private static final double LEARNING_RATE = 0.01;

    private final List<EqualizedLinear> layers = new ArrayList<>();

    Mapping(int latentSize, int depth) {
        for (int i = 1; i <= depth; i++) {
            EqualizedLinear layer = new EqualizedLinear(latentSize, latentSize, LEARNING_RATE, 0);
            layers.add(addChildBlock(Integer.toString(i), layer));
        }
    }

    @Override
    public NDArray apply(Pass pass, NDArray z) {
        NDArray w = PixelNorm.apply(z);
        for (EqualizedLinear layer : layers) {
            w = Constants.times(leakyRelu(layer.apply(pass, w)), Math.sqrt(2));
        }
        return w;
    }
}
