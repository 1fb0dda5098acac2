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

    /**
     * What a block computes before it adds its noise map.
     *
     * @param block index of the block
     * @param x what the block before gave, or the noise map of the first, for its shape
     */
    NDArray begin(Pass pass, int block, NDArray x) {
        return progression.get(block).begin(pass, x);
    }

    /** What a block makes of that with its noise map. */
    NDArray finish(Pass pass, int block, NDArray begun, NDArray latent, NDArray noiseMap) {
        NDArray first = latent.get(new NDIndex(":, {}", 2 * block)); // [N, L]
        NDArray second = latent.get(new NDIndex(":, {}", 2 * block + 1));
        return progression.get(block).finish(pass, begun, noiseMap, first, second);
    }

    /** The colours of what the last block gave. */
    NDArray colours(Pass pass, NDArray x) {
        return toRgb.apply(pass, x);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Pass pass = new Pass(store, training);
        NDArray x = inputs.get(1);
        for (int i = 0; i < progression.size(); i++) {
            x = finish(pass, i, begin(pass, i, x), inputs.head(), inputs.get(i + 1));
        }
        return new NDList(colours(pass, x));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape finest = inputs[inputs.length - 1];
        return new Shape[] {new Shape(finest.get(0), 3, finest.get(2), finest.get(3))};
    }
}
