/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.List;
import java.util.Set;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Pass;

/** A pre-trained generator that turns an embedding into an image. Nothing here ever trains it. */
public interface Decoder extends Block {

    /**
     * The side of the images it was made for.
     *
     * @return S, a power of two
     */
    int size();

    /**
     * The length of one latent vector.
     *
     * @return L
     */
    int latentSize();

    /**
     * The number of latent vectors in W+.
     *
     * @return one per layer that takes a style
     */
    int latentCount();

    /**
     * The resolution that each latent vector of W+ is for, coarse to fine: that of the first
     * convolution that takes it or, if only colours take it, of these.
     *
     * @return one entry a latent vector, from 4 to S
     */
    List<Integer> latentResolutions();

    /**
     * What it has besides its networks.
     *
     * @return a set that cannot be changed
     */
    Set<GeneratorExtra> extras();

    /**
     * The side of each noise map for an image of side S, coarse to fine. For an image k times as
     * large each map is k times as large.
     *
     * @return one entry a layer that takes noise
     */
    List<Integer> noiseMapSizes();

    /**
     * The layer that takes each noise map, under its name in this generator.
     *
     * @return as many as {@link #noiseMapSizes}, such as {@code convs.4}
     */
    List<String> noiseLayers();

    /**
     * The mapping network: Z to W.
     *
     * @param pass the pass
     * @param z {@code [N, L]}
     * @return w, {@code [N, L]}
     * @throws IllegalArgumentException if the shape does not fit this generator
     */
    NDArray map(Pass pass, NDArray z);

    /**
     * One W vector for all layers.
     *
     * @param w {@code [N, L]}
     * @return W+, {@code [N, layers, L]}
     */
    NDArray repeat(NDArray w);

    /**
     * Truncation about this generator's own mean: w̄ + ψ(w − w̄).
     *
     * @param pass the pass
     * @param w {@code [N, L]} or {@code [N, layers, L]}
     * @param psi ψ: 1 changes nothing, 0 gives the mean
     * @return a tensor of the same shape
     * @throws IllegalStateException if this generator came without its mean latent vector
     */
    NDArray truncate(Pass pass, NDArray w, double psi);

    /**
     * Truncation about a given mean: w̄ + ψ(w − w̄).
     *
     * @param w {@code [N, L]} or {@code [N, layers, L]}
     * @param mean w̄, {@code [L]} or {@code [1, L]}
     * @param psi ψ: 1 changes nothing, 0 gives the mean
     * @return a tensor of w's shape, on w's manager
     */
    static NDArray truncate(NDArray w, NDArray mean, double psi) {
        return Constants.times(w.sub(mean), psi).add(mean);
    }

    /**
     * The noise maps that came with the generator, the same for each image.
     *
     * @param pass the pass
     * @param latent the latent code of N images, which gives N, device and manager
     * @return {@code [N, 1, r, r]} each, coarse to fine
     * @throws IllegalStateException if this generator came without fixed noise maps
     */
    List<NDArray> fixedNoise(Pass pass, NDArray latent);

    /**
     * Decodes.
     *
     * <p>The sizes of the noise maps say how large the image becomes: a generator is convolutional,
     * and its learned constant is repeated for images of a multiple of S.
     *
     * @param pass the pass
     * @param embedding latent code and noise maps of N images
     * @return {@code [N, 3, H, W]}, about [-1, 1]
     * @throws IllegalArgumentException if a shape does not fit this generator
     */
    NDArray decode(Pass pass, Embedding embedding);

    /**
     * Decodes as far as the coarsest noise map.
     *
     * @param pass the pass
     * @param embedding latent code and noise maps of N images
     * @return what there is before noise map 0 is added
     * @throws IllegalArgumentException if a shape does not fit this generator
     */
    PartialDecoding begin(Pass pass, Embedding embedding);

    /**
     * Decodes further, as far as a noise map.
     *
     * @param pass the pass
     * @param from how far it is decoded
     * @param embedding latent code and noise maps of the same images, from which the next maps come
     * @param map index of the map to stop before, from {@code from.map()} on
     * @return what there is before that map is added
     * @throws IllegalArgumentException if a shape does not fit this generator, or the map comes
     *     before
     */
    PartialDecoding advance(Pass pass, PartialDecoding from, Embedding embedding, int map);

    /**
     * Decodes to the end; after {@link #begin} and any number of steps with {@link #advance} the
     * same, to the bit, as {@link #decode} at once.
     *
     * @param pass the pass
     * @param from how far it is decoded
     * @param embedding latent code and noise maps of the same images, from which the remaining maps
     *     come
     * @return {@code [N, 3, H, W]}, about [-1, 1]
     * @throws IllegalArgumentException if a shape does not fit this generator
     */
    NDArray finish(Pass pass, PartialDecoding from, Embedding embedding);
}
