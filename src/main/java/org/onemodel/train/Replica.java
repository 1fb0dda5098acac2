/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.nn.Gradients;
import org.onemodel.train.data.Batch;
import org.onemodel.train.loss.Objective;
import org.onemodel.train.loss.Terms;

/** The networks on one device, with all that a pass through them needs. */
final class Replica implements AutoCloseable {

    private final Autoencoder autoencoder;
    private final TrainingPass pass;
    private final Objective objective;

    /**
     * Takes networks over.
     *
     * @param config the settings
     * @param autoencoder the networks on a device, closed with this
     * @throws IOException if the objective's own weights cannot be had
     */
    Replica(TrainingConfig config, Autoencoder autoencoder) throws IOException {
        this.autoencoder = autoencoder;
        this.pass = new TrainingPass(config.strategy(), autoencoder);
        this.objective = Objective.of(config.objective(), autoencoder.manager());
    }

    Autoencoder autoencoder() {
        return autoencoder;
    }

    /**
     * One pass forward and back; gradients are added to those that are there.
     *
     * @param batch the samples
     * @param seed of what is random in the pass
     * @return the losses, {@code total} and by name, mean over the images
     */
    Map<String, Double> accumulate(Batch batch, long seed) {
        int side = batch.side();
        Shape shape = new Shape(batch.count(), 3, side, side);
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            NDArray input = scratch.create(batch.input(), shape);
            NDArray target = scratch.create(batch.target(), shape);
            Optional<NDArray> mask =
                    batch.mask()
                            .map(m -> scratch.create(m, new Shape(batch.count(), 1, side, side)));
            Map<String, NDArray> parts = new LinkedHashMap<>();
            NDArray total =
                    Gradients.addOf(
                            () -> {
                                NDArray output = pass.train(input, seed);
                                Terms terms = objective.loss(output, target, mask);
                                parts.putAll(terms.parts());
                                return terms.total();
                            });
            Map<String, Double> losses = new LinkedHashMap<>();
            losses.put("loss", total.getFloat() / (double) batch.count());
            parts.forEach((name, part) -> losses.put(name, (double) part.getFloat()));
            return losses;
        }
    }

    @Override
    public void close() {
        objective.close();
        autoencoder.close();
    }
}
