/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.explore.project.TileErrors.Errors;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Gradients;
import org.onemodel.restore.OneModelException;

/**
 * The projection of tiles that are computed together: each step decodes the embedding and moves it
 * along the gradients, and the best that was found for each tile is kept.
 */
final class BatchProjection {

    private final Autoencoder autoencoder;
    private final ProjectionOptions options;
    private final TileErrors errors;
    private final boolean grey;
    private final double scale;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Best images;
    private final double[] leastLoss;
    private final double[] mse;
    private final double[] lpips;

    /**
     * A projection at its start.
     *
     * @param autoencoder the model, its decoder frozen
     * @param options what the user chose
     * @param start the embedding of N tiles in W+, which is copied
     * @param target what the tiles should become, {@code [N, 1 or 3, T, T]}, on the manager that
     *     all belongs to
     * @param errors compares with the target
     */
    BatchProjection(
            Autoencoder autoencoder,
            ProjectionOptions options,
            Embedding start,
            NDArray target,
            TileErrors errors) {
        this.autoencoder = autoencoder;
        this.options = options;
        this.errors = errors;
        NDManager owner = target.getManager();
        Shape shape = target.getShape();
        grey = shape.get(1) == 1;
        scale = shape.get(2) * shape.get(3);
        leaves.add(new Leaf(start.latent(), owner, Rates.LATENT));
        double noiseRate = options.noiseMaps() ? Rates.NOISE : 0;
        start.noiseMaps().forEach(map -> leaves.add(new Leaf(map, owner, noiseRate)));
        images = new Best(owner);
        leastLoss = new double[start.batchSize()];
        Arrays.fill(leastLoss, Double.POSITIVE_INFINITY);
        mse = new double[leastLoss.length];
        lpips = new double[leastLoss.length];
    }

    /** Hears of each step. */
    @FunctionalInterface
    interface Listener {

        /** Called with the number of steps that were taken, from 0. */
        void reached(int step);
    }

    /**
     * Takes all steps.
     *
     * @param listener is told of the start and each step; what it throws ends the projection
     * @throws OneModelException if the start gives no finite image
     */
    void run(Listener listener) {
        Schedule schedule = new Schedule(options.steps(), options.rate());
        look(options.steps() > 0);
        if (!Arrays.stream(leastLoss).allMatch(Double::isFinite)) {
            throw new OneModelException(
                    "The model gives no finite image for this one: its weights or the image's"
                            + " values are too large.");
        }
        double[] factors = Arrays.stream(mse).map(Rates::factor).toArray();
        listener.reached(0);
        for (int step = 1; step <= options.steps(); step++) {
            for (Leaf leaf : leaves) {
                leaf.step(schedule.step(step), factors);
            }
            look(step < options.steps());
            listener.reached(step);
        }
    }

    /** Decodes, judges, and leaves the gradients behind if a step follows. */
    private void look(boolean withGradients) {
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            Sight sight = new Sight(scratch);
            if (withGradients) {
                Gradients.addOf(sight::loss);
            } else {
                sight.loss();
            }
            sight.judge();
        }
    }

    /** The best images so far, {@code [N, 1 or 3, T, T]}. */
    float[] images() {
        return images.get().toFloatArray();
    }

    /** The mean squared error of a tile's best image. */
    double mse(int tile) {
        return mse[tile];
    }

    /** LPIPS of a tile's best image. */
    OptionalDouble lpips(int tile) {
        return options.lpips() > 0 ? OptionalDouble.of(lpips[tile]) : OptionalDouble.empty();
    }

    /** The best embedding so far, in W+. */
    EmbeddingValues embedding() {
        return EmbeddingValues.of(embedding(leaves.stream().map(Leaf::best).toList()));
    }

    private static Embedding embedding(List<NDArray> parts) {
        return new Embedding(LatentSpace.W_PLUS, parts.get(0), parts.subList(1, parts.size()));
    }

    /** One decoding of the embedding. */
    private final class Sight {

        private final NDManager scratch;
        private NDArray image;
        private Errors errorsOfTiles;

        Sight(NDManager scratch) {
            this.scratch = scratch;
        }

        /** The sum of what is minimised, times the pixels of a tile: Adam's ε is then nothing. */
        NDArray loss() {
            List<NDArray> parts = leaves.stream().map(leaf -> leaf.in(scratch)).toList();
            Embedding embedding =
                    new Embedding(LatentSpace.W_PLUS, parts.get(0), parts.subList(1, parts.size()));
            NDArray decoded = autoencoder.decode(embedding); // [N, 3, T, T]
            image = grey ? decoded.mean(new int[] {1}, true) : decoded;
            errorsOfTiles = errors.of(image);
            NDArray sum = errorsOfTiles.mse().sum();
            if (errorsOfTiles.lpips().isPresent()) {
                NDArray distance = errorsOfTiles.lpips().get().sum();
                sum = sum.add(Constants.times(distance, options.lpips()));
            }
            return Constants.times(sum, scale);
        }

        void judge() {
            float[] squares = errorsOfTiles.mse().toFloatArray();
            float[] distances =
                    errorsOfTiles
                            .lpips()
                            .map(NDArray::toFloatArray)
                            .orElse(new float[squares.length]);
            boolean[] improved = new boolean[squares.length];
            for (int i = 0; i < squares.length; i++) {
                double loss = squares[i] + options.lpips() * distances[i];
                improved[i] = loss < leastLoss[i];
                if (improved[i]) {
                    leastLoss[i] = loss;
                    mse[i] = squares[i];
                    lpips[i] = distances[i];
                }
            }
            images.keep(image, improved);
            leaves.forEach(leaf -> leaf.keep(improved));
        }
    }
}
