/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.embedding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The {@link Embedding} of several images in Java's memory, where it outlives the tensors that it
 * came from.
 *
 * @param space where the latent codes enter the generator
 * @param latentShape shape of one latent code: {@code [layers, L]} for W+, {@code [L]} for Z
 * @param latents {@code [N][layers * L or L]}; not to be modified
 * @param noiseMaps one a generator layer, coarse to fine
 */
public record EmbeddingValues(
        LatentSpace space, Shape latentShape, float[][] latents, List<NoiseMapValues> noiseMaps) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if a code has another length, or a map another number of
     *     images
     */
    public EmbeddingValues {
        noiseMaps = List.copyOf(noiseMaps);
        int axes = space == LatentSpace.W_PLUS ? 2 : 1;
        if (latentShape.dimension() != axes) {
            throw new IllegalArgumentException(
                    "A latent code in " + space + " has " + axes + " axes, not " + latentShape);
        }
        for (float[] latent : latents) {
            if (latent.length != latentShape.size()) {
                throw new IllegalArgumentException(
                        "A latent code has "
                                + latent.length
                                + " values; expected "
                                + latentShape.size()
                                + ".");
            }
        }
        for (NoiseMapValues map : noiseMaps) {
            if (map.images().length != latents.length) {
                throw new IllegalArgumentException(
                        "There are noise maps of "
                                + map.images().length
                                + " images and latent codes of "
                                + latents.length
                                + ".");
            }
        }
    }

    /**
     * Copies tensors.
     *
     * @param embedding the embedding of N images
     * @return its values
     */
    public static EmbeddingValues of(Embedding embedding) {
        int n = embedding.batchSize();
        List<NoiseMapValues> maps = new ArrayList<>();
        for (NDArray map : embedding.noiseMaps()) {
            int height = Math.toIntExact(map.getShape().get(2));
            int width = Math.toIntExact(map.getShape().get(3));
            maps.add(new NoiseMapValues(height, width, split(map, n)));
        }
        NDArray latent = embedding.latent();
        return new EmbeddingValues(
                embedding.space(), latent.getShape().slice(1), split(latent, n), maps);
    }

    private static float[][] split(NDArray tensor, int n) {
        float[] values = tensor.toFloatArray();
        int length = values.length / n;
        return IntStream.range(0, n)
                .mapToObj(i -> Arrays.copyOfRange(values, i * length, (i + 1) * length))
                .toArray(float[][]::new);
    }

    /**
     * Puts the embeddings of several batches together.
     *
     * @param parts at least one, all of the same sizes
     * @return the embedding of all their images, in order
     * @throws IllegalArgumentException if sizes differ
     */
    public static EmbeddingValues join(List<EmbeddingValues> parts) {
        EmbeddingValues first = parts.get(0);
        float[][] latents =
                parts.stream().flatMap(part -> Arrays.stream(part.latents)).toArray(float[][]::new);
        List<NoiseMapValues> maps = new ArrayList<>();
        for (int i = 0; i < first.noiseMaps.size(); i++) {
            int map = i;
            float[][] images =
                    parts.stream()
                            .flatMap(part -> Arrays.stream(part.noiseMaps.get(map).images()))
                            .toArray(float[][]::new);
            maps.add(first.noiseMaps.get(i).with(images));
        }
        return new EmbeddingValues(first.space, first.latentShape, latents, maps);
    }

    /**
     * The number of images.
     *
     * @return N
     */
    public int count() {
        return latents.length;
    }

    /**
     * Makes tensors of some images.
     *
     * @param manager their owner
     * @param from the first image
     * @param to behind the last image
     * @return their embedding, with the same values
     */
    public Embedding on(NDManager manager, int from, int to) {
        List<NDArray> maps = new ArrayList<>();
        for (NoiseMapValues map : noiseMaps) {
            Shape shape = new Shape(to - from, 1, map.height(), map.width());
            maps.add(manager.create(joined(map.images(), from, to), shape));
        }
        Shape shape = new Shape(to - from).addAll(latentShape);
        NDArray latent = manager.create(joined(latents, from, to), shape);
        return new Embedding(space, latent, maps);
    }

    private static float[] joined(float[][] images, int from, int to) {
        int length = images[from].length;
        float[] joined = new float[(to - from) * length];
        for (int i = from; i < to; i++) {
            System.arraycopy(images[i], 0, joined, (i - from) * length, length);
        }
        return joined;
    }

    /**
     * The same with other latent codes of the same space.
     *
     * @param others {@code [N][]} of the same length
     * @return a new embedding that shares the noise maps
     */
    public EmbeddingValues withLatents(float[][] others) {
        return new EmbeddingValues(space, latentShape, others, noiseMaps);
    }

    /**
     * The same with other noise maps.
     *
     * @param others as many, of N images
     * @return a new embedding that shares the latent codes
     */
    public EmbeddingValues withNoiseMaps(List<NoiseMapValues> others) {
        return new EmbeddingValues(space, latentShape, latents, others);
    }

    /**
     * The same with latent codes on the straight line to those of other images: (1 − t)·a + t·b.
     *
     * <p>In Z the line is one, too. A generator's mapping network first brings a code to one
     * length, so that this passes the same codes as the way along the sphere, at another pace.
     *
     * @param end as many images, of the same sizes
     * @param t from 0, where the codes are these, to 1, where they are those of the end; both
     *     exactly
     * @return a new embedding that shares the noise maps
     * @throws IllegalArgumentException if numbers or sizes differ, or t is outside [0, 1]
     */
    public EmbeddingValues withLatentsTowards(EmbeddingValues end, double t) {
        checkLatentsLike(end);
        return withLatents(Lines.between(latents, end.latents, t));
    }

    /**
     * The same with noise maps on the straight line to those of other images: (1 − t)·a + t·b.
     *
     * @param end as many images, with as many maps of the same sizes
     * @param t from 0, where the maps are these, to 1, where they are those of the end; both
     *     exactly
     * @return a new embedding that shares the latent codes
     * @throws IllegalArgumentException if numbers or sizes differ, or t is outside [0, 1]
     */
    public EmbeddingValues withNoiseMapsTowards(EmbeddingValues end, double t) {
        if (end.noiseMaps.size() != noiseMaps.size()) {
            throw new IllegalArgumentException(
                    "There are "
                            + end.noiseMaps.size()
                            + " noise maps at the end of the line and "
                            + noiseMaps.size()
                            + " at its start.");
        }
        List<NoiseMapValues> between = new ArrayList<>();
        for (int i = 0; i < noiseMaps.size(); i++) {
            NoiseMapValues map = noiseMaps.get(i);
            between.add(map.with(Lines.between(map.images(), end.noiseMaps.get(i).images(), t)));
        }
        return withNoiseMaps(between);
    }

    /**
     * The same with the latent vectors of other images in a layer and all later ones.
     *
     * @param others as many images, both in W+
     * @param layer the first layer that is theirs: 0 takes all, and the number of layers none
     * @return a new embedding that shares the noise maps
     * @throws IllegalArgumentException if numbers or sizes differ, there is no such layer or a code
     *     is not in W+
     */
    public EmbeddingValues withLayersOf(EmbeddingValues others, int layer) {
        checkLatentsLike(others);
        if (space != LatentSpace.W_PLUS) {
            throw new IllegalArgumentException(
                    "A latent code in " + space + " has no layers; map it to W+ first.");
        }
        int layers = Math.toIntExact(latentShape.get(0));
        if (layer < 0 || layer > layers) {
            throw new IllegalArgumentException(
                    "There is no latent layer " + layer + "; expected 0 to " + layers + ".");
        }
        int kept = layer * Math.toIntExact(latentShape.get(1));
        float[][] mixed = new float[latents.length][];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = others.latents[i].clone();
            System.arraycopy(latents[i], 0, mixed[i], 0, kept);
        }
        return withLatents(mixed);
    }

    private void checkLatentsLike(EmbeddingValues other) {
        if (other.space != space || !other.latentShape.equals(latentShape)) {
            throw new IllegalArgumentException(
                    "Latent codes of "
                            + other.latentShape
                            + " in "
                            + other.space
                            + " don't go with codes of "
                            + latentShape
                            + " in "
                            + space
                            + ".");
        }
    }
}
