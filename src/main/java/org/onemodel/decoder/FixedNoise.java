/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.nn.Draw;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/** The noise maps that come with a generator: buffers {@code noise_k [1, 1, r, r]}. */
final class FixedNoise extends NetworkBlock {

    private final List<Parameter> maps = new ArrayList<>();

    FixedNoise(List<Integer> sizes) {
        for (int size : sizes) {
            maps.add(buffer("noise_" + maps.size(), Draw.normal(1), 1, 1, size, size));
        }
    }

    /** The maps for each of the N images of a latent code, {@code [N, 1, r, r]}. */
    List<NDArray> repeat(Pass pass, NDArray latent) {
        NDArray zeros = latent.getManager().zeros(new Shape(latent.getShape().get(0), 1, 1, 1));
        return maps.stream().map(map -> zeros.add(pass.value(map, latent))).toList();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return new NDList(repeat(new Pass(store, training), inputs.singletonOrThrow()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return maps.stream()
                .map(map -> new Shape(inputs[0].get(0), 1).addAll(map.getShape().slice(2)))
                .toArray(Shape[]::new);
    }
}
