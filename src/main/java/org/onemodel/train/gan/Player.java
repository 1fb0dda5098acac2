/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.train.optimize.Adam;
import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.optimize.Trainable;
import org.onemodel.train.settings.TrainingException;

/**
 * One of the two networks with its optimiser. It is frozen while the other one learns, so that no
 * gradient is taken of its parameters.
 */
final class Player implements AutoCloseable {

    private final String name;
    private final Map<String, Parameter> parameters;
    private final OptimizerConfig optimizer;
    private final int iterations;
    private final Adam adam;

    /**
     * A player at its first step, not frozen.
     *
     * @param name goes before the names of its tensors in a snapshot
     * @param network the network, with values
     * @param optimizer its optimiser's settings
     * @param factor factor of the learning rate
     * @param iterations iterations in all
     * @param manager closes the optimiser's memory at the latest
     */
    Player(
            String name,
            NetworkBlock network,
            OptimizerConfig optimizer,
            double factor,
            int iterations,
            NDManager manager) {
        this.name = name;
        this.parameters = network.parameters();
        this.optimizer = optimizer;
        this.iterations = iterations;
        Map<String, Trainable> trained = new LinkedHashMap<>();
        parameters.forEach((key, parameter) -> trained.put(key, new Trainable(parameter, factor)));
        this.adam = new Adam(optimizer, trained, manager);
    }

    Map<String, Parameter> parameters() {
        return parameters;
    }

    void freeze() {
        parameters.values().forEach(parameter -> parameter.freeze(true));
    }

    void unfreeze() {
        parameters.values().forEach(parameter -> parameter.freeze(false));
    }

    /**
     * Follows the gradients and sets them to zero.
     *
     * @param loss the loss that they are of
     * @param step number of the optimiser's step, from 1
     * @param iteration iteration, from 0
     * @throws TrainingException if the loss or a gradient is not a number; nothing is changed then
     */
    void step(double loss, int step, int iteration) {
        boolean finite = Double.isFinite(loss);
        finite =
                finite && Double.isFinite(adam.step(step, optimizer.rateAt(iteration, iterations)));
        if (!finite) {
            throw new TrainingException(
                    "The loss of the "
                            + name
                            + " is no longer a number at iteration "
                            + (iteration + 1)
                            + ": lower optimizer.learningRate or raise r1.weight, and resume with"
                            + " --resume.");
        }
    }

    /** Weights and moments, which go on belonging to this player. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        parameters.forEach((key, p) -> state.put(name + ".weight." + key, p.getArray()));
        adam.state().forEach((key, moment) -> state.put(name + "." + key, moment));
        return state;
    }

    @Override
    public void close() {
        adam.close();
    }
}
