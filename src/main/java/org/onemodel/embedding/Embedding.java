/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.embedding;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.nn.Shapes;

/**
 * What an encoder reads from a batch of images: a latent code and the noise maps, coarse to fine.
 *
 * <p>The tensors belong to the manager of the pass that made them and close with it; an embedding
 * owns nothing and can be shared between threads as far as its tensors can.
 *
 * @param space where the latent code enters the generator
 * @param latent {@code [N, layers, L]} for W+, {@code [N, L]} for Z
 * @param noiseMaps one {@code [N, 1, r, r]} a generator layer, coarse to fine
 */
public record Embedding(LatentSpace space, NDArray latent, List<NDArray> noiseMaps) {

    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if a shape is not as described above
     */
    public Embedding {
        noiseMaps = List.copyOf(noiseMaps);
        long n = latent.getShape().get(0);
        if (space == LatentSpace.W_PLUS) {
            Shapes.check("latent code (W+)", latent, n, Shapes.ANY, Shapes.ANY);
        } else {
            Shapes.check("latent code (Z)", latent, n, Shapes.ANY);
        }
        for (int i = 0; i < noiseMaps.size(); i++) {
            Shapes.check("noise map " + i, noiseMaps.get(i), n, 1, Shapes.ANY, Shapes.ANY);
        }
    }

    /**
     * The number of images.
     *
     * @return N
     */
    public int batchSize() {
        return Math.toIntExact(latent.getShape().get(0));
    }

    /**
     * The same embedding with one noise map multiplied by a factor.
     *
     * @param map index of the map, 0 is the coarsest
     * @param factor the factor; 1 changes nothing, 0 removes the map
     * @return a new embedding that shares all other tensors
     * @throws IllegalArgumentException if there is no such map
     */
    public Embedding scaleNoiseMap(int map, double factor) {
        if (map < 0 || map >= noiseMaps.size()) {
            throw new IllegalArgumentException(
                    "There is no noise map "
                            + map
                            + ": this model has maps 0 to "
                            + (noiseMaps.size() - 1)
                            + ".");
        }
        List<NDArray> scaled = new ArrayList<>(noiseMaps);
        scaled.set(map, noiseMaps.get(map).mul((float) factor));
        return new Embedding(space, latent, scaled);
    }

    /**
     * The same embedding with every noise map multiplied by a factor.
     *
     * @param factor the factor
     * @return a new embedding that shares the latent code
     */
    public Embedding scaleNoiseMaps(double factor) {
        List<NDArray> scaled = noiseMaps.stream().map(map -> map.mul((float) factor)).toList();
        return new Embedding(space, latent, scaled);
    }
}
