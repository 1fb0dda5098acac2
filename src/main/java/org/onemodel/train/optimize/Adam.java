/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.optimize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.nn.AdamMoments;
import org.onemodel.nn.AdamStep;
import org.onemodel.nn.Constants;

/**
 * Adam (Kingma and Ba 2015) with weight decay added to the gradient and clipping by the norm of all
 * gradients.
 *
 * <p>Holds its two moments per parameter on a manager of its own and gives them away by name, so
 * that training can be resumed to the same state. Not thread-safe.
 */
public final class Adam implements AutoCloseable {

    private static final String MEAN = "mean.";
    private static final String SQUARE = "square.";

    private final OptimizerConfig config;
    private final Map<String, Trainable> parameters;
    private final NDManager manager;
    private final Map<String, AdamMoments> moments = new LinkedHashMap<>();

    /**
     * An optimiser at its first step.
     *
     * @param config rates and decays
     * @param parameters what it changes, by name
     * @param parent the manager that closes this optimiser's memory at the latest
     */
    public Adam(OptimizerConfig config, Map<String, Trainable> parameters, NDManager parent) {
        this.config = config;
        this.parameters = parameters;
        this.manager = parent.newSubManager();
        parameters.forEach(
                (name, trainable) ->
                        moments.put(
                                name, new AdamMoments(manager, trainable.parameter().getShape())));
    }

    /**
     * Takes one step, unless a gradient is not finite, and sets the gradients to zero.
     *
     * @param step number of this step, from 1
     * @param learningRate the rate of this step, before each parameter's own factor
     * @return the norm of all gradients before clipping
     */
    public double step(int step, double learningRate) {
        double norm = gradientNorm();
        if (!Double.isFinite(norm)) {
            return norm;
        }
        double clip = config.clipNorm() > 0 ? Math.min(1, config.clipNorm() / (norm + 1e-12)) : 1;
        AdamStep adam = new AdamStep(config.beta1(), config.beta2(), step, learningRate);
        parameters.forEach((name, trainable) -> update(name, trainable, clip, adam));
        return norm;
    }

    private double gradientNorm() {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray sum = Constants.scalar(scratch, 0); // stays on the device until all are added
            for (Trainable trainable : parameters.values()) {
                NDArray gradient = trainable.parameter().getArray().getGradient();
                gradient.attach(scratch);
                sum = sum.add(gradient.square().sum());
            }
            return Math.sqrt(sum.getFloat());
        }
    }

    private void update(String name, Trainable trainable, double clip, AdamStep step) {
        NDArray weight = trainable.parameter().getArray();
        try (NDManager scratch = manager.newSubManager()) {
            NDArray gradient = weight.getGradient();
            gradient.attach(scratch);
            NDArray g = clip == 1 ? gradient.duplicate() : Constants.times(gradient, clip);
            if (config.weightDecay() > 0) {
                g.addi(Constants.scalar(scratch, config.weightDecay()).mul(weight));
            }
            moments.get(name).update(weight, g, step, trainable.rate());
            gradient.muli(0);
        }
    }

    /**
     * The moments, which go on belonging to this optimiser.
     *
     * @return by name: {@code mean.NAME} and {@code square.NAME}
     */
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        moments.forEach((name, of) -> state.put(MEAN + name, of.mean()));
        moments.forEach((name, of) -> state.put(SQUARE + name, of.square()));
        return state;
    }

    /** Frees the moments. */
    @Override
    public void close() {
        manager.close();
    }
}
