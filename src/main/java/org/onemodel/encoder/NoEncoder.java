/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/** Stands where a generator has no encoder: it has no parameters and can read no image. */
public final class NoEncoder extends NetworkBlock implements Encoder {

    /**
     * Fails.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public Embedding encode(Pass pass, NDArray images) {
        throw failure();
    }

    @Override
    public boolean latentCarriesTone() {
        return false;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        throw failure();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        throw failure();
    }

    private static IllegalArgumentException failure() {
        return new IllegalArgumentException(
                "This model is a generator without an encoder and cannot read images: choose a"
                        + " model with an encoder.");
    }
}
