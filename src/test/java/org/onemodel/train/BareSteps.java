/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.model.TensorEngine;
import org.onemodel.train.data.Batch;
import org.onemodel.train.data.BatchLoader;
import org.onemodel.train.data.TrainingData;
import org.onemodel.train.optimize.Adam;
import org.onemodel.train.optimize.Trainable;

/** The least a training step is: forward pass, backward pass and update, always of one batch. */
final class BareSteps implements AutoCloseable {

    private static final double RATE = 1e-6; // steps cost the same, whatever the rate

    private final Batch batch;
    private final Replica replica;
    private final Adam adam;
    private int taken;

    BareSteps(TrainingConfig config) throws IOException, InterruptedException {
        TrainingData data = TrainingData.open(config.data(), config.noise(), config.run().seed());
        try (BatchLoader batches = data.batches(config.run().batch(), 0)) {
            this.batch = batches.next();
        }
        StartingNetworks networks =
                StartingNetworks.of(config, TensorEngine.start().defaultDevice());
        this.replica = new Replica(config, networks.autoencoder());
        Map<String, Trainable> trained = new LinkedHashMap<>();
        networks.autoencoder()
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            double rate = config.strategy().rate(ParameterGroup.of(name));
                            parameter.freeze(rate == 0);
                            if (parameter.requiresGradient()) {
                                trained.put(name, new Trainable(parameter, rate));
                            }
                        });
        this.adam = new Adam(config.optimizer(), trained, networks.autoencoder().manager());
    }

    void take(int steps) {
        for (int i = 0; i < steps; i++) {
            replica.accumulate(batch, taken);
            adam.step(++taken, RATE);
        }
    }

    @Override
    public void close() {
        adam.close();
        replica.close();
    }
}
