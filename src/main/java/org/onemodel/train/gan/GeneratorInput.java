/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.nn.Pass;

/**
 * What N images are generated from, on the Java heap: two latent codes each, the layers that follow
 * the second one (style mixing, Karras et al. 2019), and noise maps. All but the choice of layers
 * is normally distributed.
 */
final class GeneratorInput {

    private final int count;
    private final float[] first; // [N, L]
    private final float[] second; // [N, L]
    private final float[] followsFirst; // [N, layers, 1], 1 or 0
    private final List<float[]> noise = new ArrayList<>(); // [N, 1, r, r] each

    private GeneratorInput(
            StyleGan2Decoder generator, int count, double mixing, SplittableRandom random) {
        this.count = count;
        first = normal(count * generator.latentSize(), random);
        second = normal(count * generator.latentSize(), random);
        followsFirst = new float[count * generator.latentCount()];
        for (int n = 0; n < count; n++) {
            int layers = generator.latentCount();
            boolean mixed = random.nextDouble() < mixing;
            int crossover = mixed ? 1 + random.nextInt(layers - 1) : layers;
            Arrays.fill(followsFirst, n * layers, n * layers + crossover, 1);
        }
        for (int size : generator.noiseMapSizes()) {
            noise.add(normal(count * size * size, random));
        }
    }

    /**
     * Draws.
     *
     * @param generator tells the sizes
     * @param count N
     * @param mixing share of images that follow two latent codes
     * @param random the same state gives the same input
     * @return the input
     */
    static GeneratorInput draw(
            StyleGan2Decoder generator, int count, double mixing, SplittableRandom random) {
        return new GeneratorInput(generator, count, mixing, random);
    }

    /** Normally distributed values. */
    static float[] normal(int count, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /**
     * Generates.
     *
     * @param generator the network
     * @param pass the pass
     * @param scratch owner of all tensors
     * @return {@code [N, 3, S, S]}
     */
    NDArray generate(StyleGan2Decoder generator, Pass pass, NDManager scratch) {
        return generator.decode(pass, embed(generator, pass, scratch));
    }

    /**
     * Maps the latent codes, and puts the noise maps beside them.
     *
     * @param generator the network
     * @param pass the pass
     * @param scratch owner of all tensors
     * @return latent codes in W+ and noise maps of N images
     */
    Embedding embed(StyleGan2Decoder generator, Pass pass, NDManager scratch) {
        List<NDArray> maps = new ArrayList<>();
        for (int i = 0; i < noise.size(); i++) {
            int size = generator.noiseMapSizes().get(i);
            maps.add(scratch.create(noise.get(i), new Shape(count, 1, size, size)));
        }
        return new Embedding(LatentSpace.W_PLUS, latent(generator, pass, scratch), maps);
    }

    private NDArray latent(StyleGan2Decoder generator, Pass pass, NDManager scratch) {
        Shape codes = new Shape(count, generator.latentSize());
        NDArray share = scratch.create(followsFirst, new Shape(count, generator.latentCount(), 1));
        NDArray w1 = generator.map(pass, scratch.create(first, codes)).expandDims(1);
        NDArray w2 = generator.map(pass, scratch.create(second, codes)).expandDims(1);
        return w1.mul(share).add(w2.mul(share.neg().add(1))); // [N, layers, L]
    }
}
