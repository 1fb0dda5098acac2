/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import org.onemodel.decoder.GeneratorSpec;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;

/**
 * The synthesis network: a block per resolution, then colours from the last.
 *
 * <p>Inputs: latent code {@code [N, 2·blocks, L]} and a noise map a block, {@code [N, 1, r, r]};
 * output {@code [N, 3, S, S]}.
 */
final class Synthesis extends NetworkBlock {

    private final BlockSequence<StyledBlock> progression = new BlockSequence<>();
    private final Named toRgb;

    Synthesis(GeneratorSpec spec) {
        addChildBlock("progression", progression);
        int inputs = spec.channels().get(4);
        progression.add(StyledBlock.first(inputs, spec.latentSize()));
        for (int r = 8; r <= spec.size(); r *= 2) {
            int outputs = spec.channels().get(r);
            progression.add(StyledBlock.doubling(r, inputs, outputs, spec.latentSize()));
            inputs = outputs;
        }
        // Those of the other resolutions served only while the network grew.
        toRgb = new Named("conv", ScaledConvolution.same(inputs, 3, 1));
        addChildBlock("to_rgb", new BlockSequence<Named>()).add(spec.doublings(), toRgb);
    }

    NDArray apply(Pass pass, NDArray latent, List<NDArray> noise) {
        NDArray x = noise.get(0);
        for (int i = 0; i < progression.size(); i++) {
            NDArray first = latent.get(new NDIndex(":, {}", 2 * i)); // [N, L]
            NDArray second = latent.get(new NDIndex(":, {}", 2 * i + 1));
            x = progression.get(i).apply(pass, x, noise.get(i), first, second);
        }
        return toRgb.apply(pass, x);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return new NDList(apply(new Pass(store, training), inputs.head(), inputs.subNDList(1)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape finest = inputs[inputs.length - 1];
        return new Shape[] {new Shape(finest.get(0), 3, finest.get(2), finest.get(3))};
    }
}
