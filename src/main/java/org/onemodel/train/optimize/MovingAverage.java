/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.optimize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.nn.Constants;
import org.onemodel.nn.NetworkBlock;

/**
 * The exponential moving average of a network's weights, which restores better than the last ones
 * (Karras et al. 2018). In the first steps the decay is (1 + t) / (10 + t) where that is smaller,
 * so that the start is soon forgotten.
 */
public final class MovingAverage implements AutoCloseable {

    private static final String AVERAGE = "average.";

    private final Map<String, Parameter> parameters;
    private final double decay;
    private final NDManager manager;
    private final Map<String, NDArray> averages = new LinkedHashMap<>();

    /**
     * Starts with the weights as they are.
     *
     * @param parameters the weights, by name
     * @param decay share of the average that stays at each step, 0 to follow the weights at once
     * @param parent the manager that closes this average's memory at the latest
     */
    public MovingAverage(Map<String, Parameter> parameters, double decay, NDManager parent) {
        this.parameters = parameters;
        this.decay = decay;
        this.manager = parent.newSubManager();
        parameters.forEach(
                (name, parameter) -> {
                    NDArray copy = parameter.getArray().duplicate();
                    copy.attach(manager);
                    averages.put(name, copy);
                });
    }

    /**
     * Takes the weights of a step in.
     *
     * @param step number of the step, from 1
     */
    public void update(int step) {
        float keep = (float) Math.min(decay, (1.0 + step) / (10.0 + step));
        averages.forEach(
                (name, average) -> {
                    try (NDManager scratch = manager.newSubManager()) {
                        NDArray weight = parameters.get(name).getArray();
                        average.muli(keep).addi(Constants.scalar(scratch, 1 - keep).mul(weight));
                    }
                });
    }

    /**
     * Runs something with the averages in place of the weights, which come back afterwards to the
     * bit.
     *
     * @param <T> the type of the result
     * @param <X> what it may throw
     * @param work what to run
     * @return its result
     * @throws X as the work does
     */
    public <T, X extends Exception> T with(Work<T, X> work) throws X {
        try (NDManager scratch = manager.newSubManager()) {
            Map<String, NDArray> weights = new LinkedHashMap<>();
            parameters.forEach(
                    (name, parameter) -> {
                        NDArray copy = parameter.getArray().duplicate();
                        copy.attach(scratch);
                        weights.put(name, copy);
                    });
            put(averages);
            try {
                return work.run();
            } finally {
                put(weights);
            }
        }
    }

    private void put(Map<String, NDArray> values) {
        values.forEach(
                (name, value) -> NetworkBlock.overwrite(parameters.get(name).getArray(), value));
    }

    /**
     * The averages, which go on belonging to this object.
     *
     * @return by name: {@code average.NAME}
     */
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        averages.forEach((name, array) -> state.put(AVERAGE + name, array));
        return state;
    }

    /** Frees the averages. */
    @Override
    public void close() {
        manager.close();
    }

    /**
     * Something to run.
     *
     * @param <T> the type of its result
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {

        /**
         * Runs.
         *
         * @return the result
         * @throws X if it fails
         */
        T run() throws X;
    }
}
