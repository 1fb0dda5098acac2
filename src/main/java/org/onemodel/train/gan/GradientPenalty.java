/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Gradients;
import org.onemodel.nn.Pass;

/**
 * R1 (Mescheder et al. 2018): γ/2 times the mean of ‖∇D‖² at real images, which keeps the
 * discriminator from becoming steep where the data are.
 *
 * <p>Its gradient for the parameters θ is γ times the mean of ∇θ(v·∇D) at v = ∇D, v held fixed, and
 * v·∇D is what {@link Discriminator#derivative} gives in a pass forwards. So two ordinary backward
 * passes do what a gradient of a gradient would do, to the rounding error, without the reference
 * cycles that the latter leaves behind in the engine. A difference of the logits at two sides of
 * the images is no way: the slopes of leaky ReLUs that change between the two swamp the gradient.
 */
final class GradientPenalty {

    private GradientPenalty() {}

    /**
     * Adds the gradients of the penalty to those of the discriminator's parameters.
     *
     * @param discriminator the discriminator
     * @param player the same as a player, not frozen
     * @param pass the pass
     * @param real real images, {@code [N, 3, S, S]}, of a manager that is soon closed
     * @param weight γ
     * @return the penalty without its weight, the mean of ‖∇D‖²
     */
    static double backward(
            Discriminator discriminator, Player player, Pass pass, NDArray real, double weight) {
        player.freeze();
        NDArray slope = slope(discriminator, pass, real);
        player.unfreeze();
        long count = real.getShape().get(0);
        Gradients.addOf(
                () -> {
                    NDArray change = discriminator.derivative(pass, real, slope).sum();
                    return Constants.times(change, weight / count);
                });
        return slope.square().sum().getFloat() / count;
    }

    /** ∇D, {@code [N, 3, S, S]}; that of each image's own logit but for the shared deviation. */
    private static NDArray slope(Discriminator discriminator, Pass pass, NDArray real) {
        NDManager manager = real.getManager();
        real.setRequiresGradient(true);
        Gradients.addOf(() -> discriminator.apply(pass, real).sum());
        NDArray gradient = real.getGradient();
        gradient.attach(manager);
        NDArray slope = gradient.duplicate();
        real.setRequiresGradient(false);
        return slope;
    }
}
