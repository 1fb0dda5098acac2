/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.nn.NetworkBlock;

/**
 * Adam (Kingma and Ba 2015) with weight decay added to the gradient and clipping by the norm of all
 * gradients.
 *
 * <p>Holds its two moments per parameter on a manager of its own and gives them away by name, so
 * that training can be resumed to the same state.
 */
final class Adam implements AutoCloseable {

    private static final float EPSILON = 1e-8f;

    private final OptimizerConfig config;
    private final Map<String, Parameter> parameters;
    private final NDManager manager;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> squares = new LinkedHashMap<>();

    Adam(OptimizerConfig config, Map<String, Parameter> parameters, NDManager parent) {
        this.config = config;
        this.parameters = parameters;
        this.manager = parent.newSubManager();
        parameters.forEach(
                (name, parameter) -> {
                    means.put(name, manager.zeros(parameter.getShape()));
                    squares.put(name, manager.zeros(parameter.getShape()));
                });
    }

    /**
     * Takes one step, unless a gradient is not finite, and sets the gradients to zero.
     *
     * @param step number of this step, from 1
     * @param learningRate the rate of this step
     * @return the norm of all gradients before clipping
     */
    double step(int step, double learningRate) {
        double norm = gradientNorm();
        if (!Double.isFinite(norm)) {
            return norm;
        }
        double clip = config.clipNorm() > 0 ? Math.min(1, config.clipNorm() / (norm + 1e-12)) : 1;
        double rate =
                learningRate
                        * Math.sqrt(1 - Math.pow(config.beta2(), step))
                        / (1 - Math.pow(config.beta1(), step));
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            update(entry.getKey(), entry.getValue().getArray(), (float) clip, (float) rate);
        }
        return norm;
    }

    private double gradientNorm() {
        double sum = 0;
        try (NDManager scratch = manager.newSubManager()) {
            for (Parameter parameter : parameters.values()) {
                NDArray gradient = parameter.getArray().getGradient();
                gradient.attach(scratch);
                sum += gradient.square().sum().getFloat();
            }
        }
        return Math.sqrt(sum);
    }

    private void update(String name, NDArray weight, float clip, float rate) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray gradient = weight.getGradient();
            gradient.attach(scratch);
            NDArray g = gradient.mul(clip);
            if (config.weightDecay() > 0) {
                g.addi(scratch.create((float) config.weightDecay()).mul(weight));
            }
            NDArray mean = means.get(name);
            NDArray square = squares.get(name);
            mean.muli((float) config.beta1()).addi(g.mul((float) (1 - config.beta1())));
            square.muli((float) config.beta2()).addi(g.square().muli((float) (1 - config.beta2())));
            NDArray denominator = square.sqrt();
            denominator.attach(scratch);
            NDArray delta = scratch.create(rate).mul(mean).div(denominator.addi(EPSILON));
            weight.subi(delta);
            gradient.muli(0);
        }
    }

    /** Copies of the moments under {@code mean.NAME} and {@code square.NAME}. */
    NDList state() {
        NDList state = new NDList();
        means.forEach((name, array) -> state.add(named(array, "mean." + name)));
        squares.forEach((name, array) -> state.add(named(array, "square." + name)));
        return state;
    }

    private static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }

    /** Takes over moments that {@link #state} gave. */
    void restore(NDList state) {
        means.forEach((name, array) -> NetworkBlock.overwrite(array, state.get("mean." + name)));
        squares.forEach(
                (name, array) -> NetworkBlock.overwrite(array, state.get("square." + name)));
    }

    @Override
    public void close() {
        manager.close();
    }
}
