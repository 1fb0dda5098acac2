/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.nn.NetworkBlock;

/** The gradients of all parameters of a network, one after the other. */
final class Gradients {

    private Gradients() {}

    static double[] of(NetworkBlock network, NDManager manager) {
        List<Double> all = new ArrayList<>();
        try (NDManager scratch = manager.newSubManager()) {
            for (Parameter parameter : network.parameters().values()) {
                NDArray gradient = parameter.getArray().getGradient();
                gradient.attach(scratch);
                for (float value : gradient.toFloatArray()) {
                    all.add((double) value);
                }
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Within 1e-4 of gradients that are not nothing. */
    static void assertNear(double[] actual, double[] expected) {
        double error = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            error += Math.pow(actual[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(norm)).isGreaterThan(1e-3);
        assertThat(Math.sqrt(error / norm)).as("relative error").isLessThan(1e-4);
    }
}
