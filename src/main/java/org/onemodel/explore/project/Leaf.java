/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Optional;
import org.onemodel.nn.AdamMoments;
import org.onemodel.nn.AdamStep;

/** A part of the embedding of some tiles: a tensor that gradients lead, or that stays as it is. */
final class Leaf {

    private final NDArray value;
    private final Optional<AdamMoments> moments;
    private final double rate;
    private final Best best;

    /**
     * A part at its start.
     *
     * @param start {@code [N, …]}, which is copied
     * @param owner closes the copy and all else
     * @param rate factor of the learning rate, 0 for what is not optimised
     */
    Leaf(NDArray start, NDManager owner, double rate) {
        this.rate = rate;
        value = start.duplicate();
        value.attach(owner);
        moments =
                rate > 0 ? Optional.of(new AdamMoments(owner, value.getShape())) : Optional.empty();
        best = new Best(owner);
        value.setRequiresGradient(rate > 0);
    }

    /** The same values for a pass, whose results go to the manager of the pass. */
    NDArray in(NDManager scratch) {
        NDArray alias = value.reshape(value.getShape());
        alias.attach(scratch);
        return alias;
    }

    /**
     * Follows the gradient, and sets it to zero.
     *
     * @param step number and rate
     * @param factors of the rate for each tile
     */
    void step(AdamStep step, double[] factors) {
        moments.ifPresent(
                adam -> {
                    try (NDManager scratch = value.getManager().newSubManager()) {
                        NDArray gradient = value.getGradient();
                        gradient.attach(scratch);
                        adam.update(value, gradient, step, perTile(factors, scratch));
                        gradient.muli(0);
                    }
                });
    }

    private NDArray perTile(double[] factors, NDManager scratch) {
        float[] rates = new float[factors.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float) (factors[i] * rate);
        }
        long[] shape = new long[value.getShape().dimension()];
        Arrays.fill(shape, 1);
        shape[0] = rates.length;
        return scratch.create(rates, new Shape(shape));
    }

    /** Keeps the values of those tiles whose answer is the best so far. */
    void keep(boolean[] improved) {
        if (moments.isPresent() || best.isEmpty()) {
            best.keep(value, improved);
        }
    }

    /** The best values, {@code [N, …]}. */
    NDArray best() {
        return best.get();
    }
}
