/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.onemodel.nn.Layer;
import org.onemodel.nn.Pass;

/** A layer one level down, for the sake of its parameters' names in files: {@code conv.bias}. */
final class Named extends Layer {

    private final Layer layer;

    Named(String name, Layer layer) {
        this.layer = addChildBlock(name, layer);
    }

    @Override
    public NDArray apply(Pass pass, NDArray x) {
        return layer.apply(pass, x);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return layer.getOutputShapes(inputs);
    }
}
