/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onemodel.decoder.stylegan2.DrawnGenerator;
import org.onemodel.decoder.stylegan2.StyleGan2Decoder;
import org.onemodel.nn.Gradients;
import org.onemodel.nn.Pass;
import org.onemodel.train.optimize.MovingAverage;

/**
 * Generator and discriminator with all that training changes.
 *
 * <p>The losses are the non-saturating logistic ones (Goodfellow et al. 2014): {@code
 * softplus(−D(real)) + softplus(D(fake))} for the discriminator, {@code softplus(−D(fake))} for the
 * generator, each averaged over the batch. Not thread-safe.
 */
final class Gan implements AutoCloseable {

    static final String DISCRIMINATOR_LOSS = "discriminatorLoss";
    static final String GENERATOR_LOSS = "generatorLoss";
    static final String R1 = "r1";
    static final String PATH_LENGTH = "pathLength";

    private final GeneratorConfig config;
    private final NDManager manager;
    private final StyleGan2Decoder generator;
    private final Discriminator discriminator;
    private final Pass pass;
    private final Player generating;
    private final Player judging;
    private final PathLength pathLength;
    private final MovingAverage average;

    /**
     * Draws both networks.
     *
     * @param config the settings
     * @param manager the owner of all memory, closed with this object
     */
    Gan(GeneratorConfig config, NDManager manager) {
        this.config = config;
        this.manager = manager;
        generator = new StyleGan2Decoder(config.generator());
        discriminator = new Discriminator(config.generator().size(), config.generator().channels());
        DrawnGenerator.drawForTraining(generator, manager, config.seed());
        discriminator.draw(manager, config.seed() + 1L);
        pass = new Pass(new ParameterStore(manager, false), true);
        generating =
                new Player(
                        "generator",
                        generator,
                        config.pathLength().adjust(config.optimizer()),
                        1,
                        config.iterations(),
                        manager);
        judging =
                new Player(
                        "discriminator",
                        discriminator,
                        config.r1().adjust(config.optimizer()),
                        config.discriminatorRate(),
                        config.iterations(),
                        manager);
        pathLength = new PathLength(generator, generating, pass, manager);
        average = new MovingAverage(generating.parameters(), config.averageDecay(), manager);
    }

    /**
     * One step of each network.
     *
     * @param batch what it takes in
     * @param iteration number of the iteration, from 0
     * @return losses and penalties by name; a penalty only where it was due
     * @throws org.onemodel.train.settings.TrainingException if one is no longer a number
     */
    Map<String, Double> iterate(GanBatch batch, int iteration) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(DISCRIMINATOR_LOSS, stepDiscriminator(batch, iteration));
        if (config.r1().isDue(iteration)) {
            figures.put(R1, stepGradientPenalty(batch, iteration));
        }
        figures.put(GENERATOR_LOSS, stepGenerator(batch, iteration));
        if (config.pathLength().isDue(iteration)) {
            figures.put(PATH_LENGTH, stepPathLength(batch, iteration));
        }
        average.update(iteration + 1);
        return figures;
    }

    double stepDiscriminator(GanBatch batch, int iteration) {
        generating.freeze();
        judging.unfreeze();
        try (NDManager scratch = manager.newSubManager()) {
            NDArray real = real(batch, scratch);
            NDArray fake = batch.forDiscriminator().generate(generator, pass, scratch);
            NDArray sum = Gradients.addOf(() -> discriminatorLoss(real, fake));
            double loss = sum.getFloat();
            judging.step(loss, config.r1().stepsBefore(iteration) + 1, iteration);
            return loss;
        }
    }

    private NDArray discriminatorLoss(NDArray real, NDArray fake) {
        NDArray forReal = Activation.softPlus(discriminator.apply(pass, real).neg());
        NDArray forFake = Activation.softPlus(discriminator.apply(pass, fake));
        return forReal.mean().add(forFake.mean());
    }

    /** The step that follows the discriminator's own one where the penalty is due. */
    double stepGradientPenalty(GanBatch batch, int iteration) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray real = real(batch, scratch);
            double weight = config.r1().lazyWeight();
            double penalty = GradientPenalty.backward(discriminator, judging, pass, real, weight);
            judging.step(penalty, config.r1().stepsBefore(iteration) + 2, iteration);
            return penalty;
        }
    }

    double stepGenerator(GanBatch batch, int iteration) {
        judging.freeze();
        generating.unfreeze();
        try (NDManager scratch = manager.newSubManager()) {
            NDArray mean = Gradients.addOf(() -> generatorLoss(batch, scratch));
            double loss = mean.getFloat();
            generating.step(loss, config.pathLength().stepsBefore(iteration) + 1, iteration);
            return loss;
        }
    }

    private NDArray generatorLoss(GanBatch batch, NDManager scratch) {
        NDArray fake = batch.forGenerator().generate(generator, pass, scratch);
        return Activation.softPlus(discriminator.apply(pass, fake).neg()).mean();
    }

    /** The step that follows the generator's own one where path length regularisation is due. */
    double stepPathLength(GanBatch batch, int iteration) {
        try (NDManager scratch = manager.newSubManager()) {
            int size = generator.size();
            NDArray y = scratch.create(batch.pathNoise()).reshape(-1, 3, size, size);
            double weight = config.pathLength().lazyWeight();
            double penalty = pathLength.backward(batch.forPaths(), y, weight);
            generating.step(penalty, config.pathLength().stepsBefore(iteration) + 2, iteration);
            return penalty;
        }
    }

    private NDArray real(GanBatch batch, NDManager scratch) {
        int size = generator.size();
        return scratch.create(batch.real(), new Shape(config.batch(), 3, size, size));
    }

    /**
     * Generates with the averaged weights.
     *
     * @param input latent codes and noise maps of N images
     * @return {@code [N, 3, S, S]} row by row
     */
    float[] sample(GeneratorInput input) {
        return average.with(
                () -> {
                    try (NDManager scratch = manager.newSubManager()) {
                        Pass reading = new Pass(pass.store(), false);
                        return input.generate(generator, reading, scratch).toFloatArray();
                    }
                });
    }

    /** The averaged weights by the names of the generator's parameters. */
    Map<String, float[]> averagedWeights() {
        return average.with(
                () -> {
                    Map<String, float[]> weights = new LinkedHashMap<>();
                    generating
                            .parameters()
                            .forEach((n, p) -> weights.put(n, p.getArray().toFloatArray()));
                    return weights;
                });
    }

    /** The generator, whose weights change with each iteration. */
    StyleGan2Decoder generator() {
        return generator;
    }

    /** The discriminator, whose weights change with each iteration. */
    Discriminator discriminator() {
        return discriminator;
    }

    /** The owner of all memory. */
    NDManager manager() {
        return manager;
    }

    /** All that training changes, which goes on belonging to this object. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>(generating.state());
        state.putAll(judging.state());
        state.putAll(average.state());
        state.put("path_length_mean", pathLength.mean());
        return state;
    }

    @Override
    public void close() {
        manager.close();
    }
}
