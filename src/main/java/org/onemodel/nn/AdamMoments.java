/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** The two moments of Adam (Kingma and Ba 2015) for one tensor, and its update by them. */
public final class AdamMoments {

    private final NDArray mean;
    private final NDArray square;

    /**
     * Moments before the first step.
     *
     * @param owner closes them
     * @param shape of the tensor
     */
    public AdamMoments(NDManager owner, Shape shape) {
        mean = owner.zeros(shape);
        square = owner.zeros(shape);
    }

    /**
     * The mean of gradients.
     *
     * @return a tensor that goes on belonging to the owner
     */
    public NDArray mean() {
        return mean;
    }

    /**
     * The mean of squared gradients.
     *
     * @return a tensor that goes on belonging to the owner
     */
    public NDArray square() {
        return square;
    }

    /**
     * Takes a gradient in and changes the tensor in place.
     *
     * @param tensor of the shape of the moments
     * @param gradient the same shape; what is computed goes to its manager, which is soon closed
     * @param step decays, rate and number of the step
     * @param factor of the rate for this tensor
     */
    public void update(NDArray tensor, NDArray gradient, AdamStep step, double factor) {
        double rate = step.correctedRate() * factor;
        tensor.subi(direction(gradient, step, Constants.scalar(gradient.getManager(), rate)));
    }

    /**
     * The same with a factor for each part of the tensor.
     *
     * @param tensor of the shape of the moments
     * @param gradient the same shape, as above
     * @param step decays, rate and number of the step
     * @param factors of the rate, of a shape that is broadcast to the tensor's
     */
    public void update(NDArray tensor, NDArray gradient, AdamStep step, NDArray factors) {
        NDArray rate = Constants.scalar(gradient.getManager(), step.correctedRate());
        tensor.subi(direction(gradient, step, rate).mul(factors));
    }

    private NDArray direction(NDArray gradient, AdamStep step, NDArray rate) {
        mean.muli((float) step.beta1()).addi(Constants.times(gradient, 1 - step.beta1()));
        square.muli((float) step.beta2()).addi(gradient.square().muli((float) (1 - step.beta2())));
        NDArray denominator = square.sqrt();
        denominator.attach(gradient.getManager());
        return rate.mul(mean).div(denominator.addi(step.epsilon()));
    }
}
