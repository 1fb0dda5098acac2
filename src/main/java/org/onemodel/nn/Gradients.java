/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Takes gradients, one computation at a time.
 *
 * <p>The engine knows one collector of gradients in the whole process and refuses a second. A
 * training and a projection may run at the same time: here each waits for the other's pass.
 */
public final class Gradients {

    private static final ReentrantLock COLLECTING = new ReentrantLock();

    private Gradients() {}

    /**
     * Computes something while the engine records how, and adds its gradients to those of the
     * tensors that require them.
     *
     * @param computation gives a sum
     * @return the sum
     */
    public static NDArray addOf(Supplier<NDArray> computation) {
        COLLECTING.lock();
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray sum = computation.get();
            collector.backward(sum);
            return sum;
        } finally {
            COLLECTING.unlock();
        }
    }
}
