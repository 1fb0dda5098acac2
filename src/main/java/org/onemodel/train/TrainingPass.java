/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.encoder.TwoNetworkEncoder;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Pass;

/** How images go through the networks under a strategy, in training and in validation. */
final class TrainingPass {

    private final StrategyConfig config;
    private final Autoencoder autoencoder;

    /**
     * For some networks.
     *
     * @param config which parts learn
     * @param autoencoder the networks
     */
    TrainingPass(StrategyConfig config, Autoencoder autoencoder) {
        this.config = config;
        this.autoencoder = autoencoder;
    }

    /**
     * Encodes and decodes as a training step does, with batch statistics.
     *
     * @param images {@code [N, 3, H, W]}
     * @param seed of random noise maps and of noise dropout
     * @return {@code [N, 3, H, W]}, on the images' manager
     */
    NDArray train(NDArray images, long seed) {
        // A backbone that does not learn keeps its running statistics, too.
        Pass pass = autoencoder.pass(config.backboneRate() > 0);
        Embedding embedding =
                autoencoder.encoder() instanceof TwoNetworkEncoder two
                        ? two.encodeForNoiseTraining(pass, images)
                        : autoencoder.encoder().encode(pass, images);
        Embedding changed = withRandomNoise(embedding, seed);
        return autoencoder.decoder().decode(autoencoder.pass(false), dropout(changed, seed));
    }

    /**
     * What an encoder reads, with the noise maps that the strategy gives the generator.
     *
     * @param images {@code [N, 3, H, W]}
     * @return the embedding, always the same for the same images
     */
    Embedding encode(NDArray images) {
        return withRandomNoise(autoencoder.encode(images), 0);
    }

    private Embedding withRandomNoise(Embedding embedding, long seed) {
        if (config.strategy() != Strategy.LATENT) {
            return embedding;
        }
        NDManager manager = embedding.latent().getManager();
        manager.getEngine().setRandomSeed((int) (seed * 31 + 7));
        List<NDArray> maps = new ArrayList<>();
        for (NDArray map : embedding.noiseMaps()) {
            maps.add(manager.randomNormal(0, 1, map.getShape(), DataType.FLOAT32));
        }
        return new Embedding(embedding.space(), embedding.latent(), maps);
    }

    private Embedding dropout(Embedding embedding, long seed) {
        if (config.noiseDropout() == 0) {
            return embedding;
        }
        SplittableRandom random = new SplittableRandom(seed);
        NDManager manager = embedding.latent().getManager();
        int n = embedding.batchSize();
        List<NDArray> maps = new ArrayList<>();
        for (NDArray map : embedding.noiseMaps()) {
            float[] keep = new float[n];
            for (int i = 0; i < n; i++) {
                keep[i] = random.nextDouble() < config.noiseDropout() ? 0 : 1;
            }
            maps.add(map.mul(Constants.tensor(manager, keep, new Shape(n, 1, 1, 1))));
        }
        return new Embedding(embedding.space(), embedding.latent(), maps);
    }
}
