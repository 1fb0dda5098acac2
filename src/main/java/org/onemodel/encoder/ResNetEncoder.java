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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.nn.BlockSequence;
import org.onemodel.nn.Convolution;
import org.onemodel.nn.Draw;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.nn.Pass;
import org.onemodel.nn.Shapes;

/**
 * The encoder of "One Model to Reconstruct Them All" (2020), projecting into W+ for StyleGAN 2.
 *
 * <p>2 + 2·(log2(S) − 2) residual blocks, two per resolution from S down to 4. After each block a
 * pooled 1×1 convolution gives a latent vector, and a 1×1 convolution a noise map, except after the
 * last. Images {@code [N, 3, S, S]}; latent code {@code [N, 2·log2(S) − 2, L]}; noise maps {@code
 * [N, 1, r, r]}, coarse to fine.
 */
public final class ResNetEncoder extends NetworkBlock implements Encoder {

    private final ResNetSpec spec;
    private final BlockSequence<BasicBlock> main = new BlockSequence<>();
    private final BlockSequence<BasicBlock> intermediate = new BlockSequence<>();
    private final BlockSequence<Convolution> toLatent = new BlockSequence<>();
    private final BlockSequence<Convolution> intermediateToLatent = new BlockSequence<>();
    private final BlockSequence<Convolution> toNoise = new BlockSequence<>();
    private final BlockSequence<Convolution> intermediateToNoise = new BlockSequence<>();

    /**
     * An encoder whose parameters have no values yet.
     *
     * @param spec its sizes
     */
    public ResNetEncoder(ResNetSpec spec) {
        this.spec = spec;
        addChildBlock("resnet_blocks", main);
        addChildBlock("intermediate_resnet_blocks", intermediate);
        addChildBlock("to_latent", toLatent);
        addChildBlock("intermediate_to_latent", intermediateToLatent);
        addChildBlock("to_noise", toNoise);
        addChildBlock("intermediate_to_noise", intermediateToNoise);
        int inputs = 3;
        for (int r = spec.size(); r >= 4; r /= 2) {
            int width = spec.channels().get(r);
            Draw head = Draw.normal(1 / Math.sqrt(width));
            main.add(new BasicBlock(inputs, width, r == spec.size() ? 1 : 2));
            intermediate.add(new BasicBlock(width, width, 1));
            toLatent.add(Convolution.biased(width, spec.latentSize(), 1, head));
            intermediateToLatent.add(Convolution.biased(width, spec.latentSize(), 1, head));
            toNoise.add(Convolution.biased(width, 1, 1, head));
            if (r > 4) {
                intermediateToNoise.add(Convolution.biased(width, 1, 1, head));
            }
            inputs = width;
        }
    }

    @Override
    public Embedding encode(Pass pass, NDArray images) {
        Shapes.check("image batch", images, Shapes.ANY, 3, Shapes.ANY, Shapes.ANY);
        Shape shape = images.getShape();
        if (shape.get(2) % spec.size() != 0 || shape.get(3) % spec.size() != 0) {
            throw new IllegalArgumentException(
                    "Images of "
                            + shape.get(3)
                            + "×"
                            + shape.get(2)
                            + " pixels do not fit an encoder of size "
                            + spec.size()
                            + ": both sides must be multiples of it.");
        }
        List<NDArray> latents = new ArrayList<>();
        List<NDArray> maps = new ArrayList<>();
        NDArray x = images;
        for (int i = 0; i < main.size(); i++) {
            x = main.get(i).apply(pass, x);
            latents.add(toLatent.get(i).apply(pass, pooled(x)));
            maps.add(toNoise.get(i).apply(pass, x));
            x = intermediate.get(i).apply(pass, x);
            latents.add(intermediateToLatent.get(i).apply(pass, pooled(x)));
            if (i < intermediateToNoise.size()) {
                maps.add(intermediateToNoise.get(i).apply(pass, x));
            }
        }
        Collections.reverse(latents); // now the coarsest is first
        Collections.reverse(maps);
        NDArray latent =
                latents.get(0)
                        .getNDArrayInternal()
                        .concat(new NDList(latents.subList(1, latents.size())), 2) // [N, L, n, 1]
                        .squeeze(3)
                        .transpose(0, 2, 1); // [N, n, L]
        return new Embedding(LatentSpace.W_PLUS, latent, maps);
    }

    private static NDArray pooled(NDArray x) {
        return x.mean(new int[] {3}, true).mean(new int[] {2}, true); // [N, C, 1, 1]
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        Embedding embedding = encode(new Pass(store, training), inputs.singletonOrThrow());
        NDList outputs = new NDList(embedding.latent());
        outputs.addAll(embedding.noiseMaps());
        return outputs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape in = inputs[0];
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape(in.get(0), 2L * main.size(), spec.latentSize()));
        for (int r = 4; r <= spec.size(); r *= 2) {
            long factor = spec.size() / r;
            Shape map = new Shape(in.get(0), 1, in.get(2) / factor, in.get(3) / factor);
            shapes.add(map);
            if (r > 4) {
                shapes.add(map);
            }
        }
        return shapes.toArray(new Shape[0]);
    }
}
