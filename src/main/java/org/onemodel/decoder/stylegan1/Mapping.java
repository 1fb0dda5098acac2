/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;
import org.onemodel.nn.PixelNorm;

/**
 * The mapping network, Z to W: pixel norm, then linear layers with leaky ReLU.
 *
 * <p>Input and output {@code [N, L]}. The layers have odd numbers: 0 is the norm, and the even ones
 * are the activations.
 */
final class Mapping extends Layer {

    private final List<Named> layers = new ArrayList<>();

    Mapping(int latentSize, int depth) {
        for (int i = 0; i < depth; i++) {
            Named layer = new Named("linear", new ScaledLinear(latentSize, latentSize));
            layers.add(addChildBlock(Integer.toString(2 * i + 1), layer));
        }
    }

    @Override
    public NDArray apply(Pass pass, NDArray z) {
        NDArray w = PixelNorm.apply(z);
        for (Named layer : layers) {
            w = leakyRelu(layer.apply(pass, w));
        }
        return w;
    }
}
