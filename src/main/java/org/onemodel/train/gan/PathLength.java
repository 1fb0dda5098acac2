/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Gradients;
import org.onemodel.nn.Pass;

/**
 * Path length regularisation (Karras et al. 2020, section 3.2): a step in latent space should
 * change the image equally much everywhere.
 *
 * <p>With y an image of Gaussian noise of deviation 1/S and g the gradient of ⟨y, image⟩ for an
 * image's latent code in W+, the length ℓ is the root of the mean over layers of ‖g‖², and the
 * penalty is the mean of (ℓ − a)², where a is a running mean of ℓ. Its gradient comes from two
 * ordinary backward passes, as that of {@link GradientPenalty} does: that of ℓ is ∇θ(u·g) at u = g
 * / (ℓ · layers), u held fixed, and u·g is ⟨y, derivative of the image along u⟩.
 */
final class PathLength {

    private static final float FORGET = 0.01f;

    private final StyleGan2Decoder generator;
    private final Player player;
    private final Pass pass;
    private final NDArray mean; // a, [1]

    /**
     * Starts with a = 0.
     *
     * @param generator the generator
     * @param player the same as a player
     * @param pass the pass
     * @param manager the owner of the running mean
     */
    PathLength(StyleGan2Decoder generator, Player player, Pass pass, NDManager manager) {
        this.generator = generator;
        this.player = player;
        this.pass = pass;
        this.mean = manager.zeros(new Shape(1));
    }

    /** The running mean a, which goes on belonging to this object. */
    NDArray mean() {
        return mean;
    }

    /**
     * Takes the lengths into the running mean and adds the gradients of the penalty to those of the
     * generator's parameters, which are not frozen afterwards.
     *
     * @param input what N images are generated from
     * @param y Gaussian noise of deviation 1/S, {@code [N, 3, S, S]}, of a manager that is soon
     *     closed
     * @param weight the penalty's weight
     * @return the penalty without its weight
     */
    double backward(GeneratorInput input, NDArray y, double weight) {
        NDManager scratch = y.getManager();
        player.freeze();
        NDArray g = slope(input.embed(generator, pass, scratch), y); // [N, layers, L]
        player.unfreeze();
        NDArray lengths = g.square().sum(new int[] {2}).mean(new int[] {1}).sqrt(); // [N]
        mean.muli(1 - FORGET).addi(Constants.times(lengths.mean(), FORGET));
        NDArray excess = lengths.sub(mean);
        NDArray perLength = excess.div(lengths.add(1e-8f)).reshape(-1, 1, 1);
        double factor = 2 * weight / (lengths.size() * generator.latentCount());
        NDArray direction = Constants.times(g.mul(perLength), factor);
        Gradients.addOf(
                () -> {
                    Embedding embedding = input.embed(generator, pass, scratch);
                    return y.mul(generator.derivative(pass, embedding, direction)).sum();
                });
        return excess.square().mean().getFloat();
    }

    /** The gradient of ⟨y, image⟩ for the latent codes. */
    private NDArray slope(Embedding embedding, NDArray y) {
        NDArray latent = embedding.latent().duplicate();
        latent.setRequiresGradient(true);
        Embedding leaf = new Embedding(embedding.space(), latent, embedding.noiseMaps());
        Gradients.addOf(() -> y.mul(generator.decode(pass, leaf)).sum());
        NDArray gradient = latent.getGradient();
        gradient.attach(y.getManager());
        return gradient.duplicate();
    }
}
