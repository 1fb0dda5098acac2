/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemodel.nn.NetworkBlock;
import org.onemodel.train.data.Batch;
import org.onemodel.train.optimize.Adam;
import org.onemodel.train.optimize.MovingAverage;
import org.onemodel.train.optimize.Trainable;
import org.onemodel.train.settings.TrainingException;

/**
 * One step of training: passes on each device, whose gradients are added up, and an update of the
 * weights.
 *
 * <p>The first replica is the one that is updated; the others get its weights after each step.
 */
final class TrainingStep implements AutoCloseable {

    private final TrainingConfig config;
    private final List<Replica> replicas;
    private final Map<String, Trainable> trained;
    private final Adam adam;
    private final Optional<MovingAverage> average;

    /**
     * Freezes what does not learn, and prepares the optimiser.
     *
     * @param config the settings
     * @param replicas the same networks on each device, for the caller to close after this
     */
    TrainingStep(TrainingConfig config, List<Replica> replicas) {
        this.config = config;
        this.replicas = List.copyOf(replicas);
        replicas.forEach(this::freeze);
        this.trained = trained();
        NDManager manager = primary().autoencoder().manager();
        this.adam = new Adam(config.optimizer(), trained, manager);
        Map<String, Parameter> weights = new LinkedHashMap<>();
        trained.forEach((name, trainable) -> weights.put(name, trainable.parameter()));
        this.average =
                config.averageDecay() > 0
                        ? Optional.of(new MovingAverage(weights, config.averageDecay(), manager))
                        : Optional.empty();
    }

    private void freeze(Replica replica) {
        replica.autoencoder()
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            if (config.strategy().rate(ParameterGroup.of(name)) == 0) {
                                parameter.freeze(true);
                            }
                        });
    }

    private Map<String, Trainable> trained() {
        Map<String, Trainable> learning = new LinkedHashMap<>();
        primary()
                .autoencoder()
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            if (parameter.requiresGradient()) {
                                double rate = config.strategy().rate(ParameterGroup.of(name));
                                learning.put(name, new Trainable(parameter, rate));
                            }
                        });
        return learning;
    }

    Replica primary() {
        return replicas.get(0);
    }

    /**
     * Takes a step.
     *
     * @param batches gives the next batch
     * @param iteration number of this step, from 0
     * @return the losses by name, means over all passes, and {@code learningRate} and {@code
     *     gradientNorm}
     * @throws InterruptedException if the thread is interrupted while it waits for a batch
     * @throws TrainingException if loss or gradients are no numbers; the weights are as before
     */
    Map<String, Double> take(Batches batches, int iteration) throws InterruptedException {
        int passes = config.run().passes();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int i = 0; i < passes; i++) {
            long number = (long) iteration * passes + i;
            Replica replica = replicas.get(i % replicas.size());
            replica.accumulate(batches.next(), config.run().seed() * 1_000_003 + number)
                    .forEach((name, loss) -> figures.merge(name, loss / passes, Double::sum));
        }
        gather();
        double rate = config.optimizer().rateAt(iteration, config.run().iterations());
        double norm = adam.step(iteration + 1, rate);
        if (!Double.isFinite(figures.get("loss")) || !Double.isFinite(norm)) {
            throw new TrainingException(
                    "The loss is no longer a number at iteration "
                            + (iteration + 1)
                            + ": lower optimizer.learningRate and resume from the last snapshot.");
        }
        average.ifPresent(a -> a.update(iteration + 1));
        spread();
        figures.put(TrainingListener.LEARNING_RATE, rate);
        figures.put(TrainingListener.GRADIENT_NORM, norm);
        return figures;
    }

    /** Adds the gradients of the other devices to those of the first, and forgets them. */
    private void gather() {
        for (Replica replica : replicas.subList(1, replicas.size())) {
            Map<String, Parameter> others = replica.autoencoder().parameters();
            try (NDManager scratch = primary().autoencoder().manager().newSubManager();
                    NDManager remote = replica.autoencoder().manager().newSubManager()) {
                trained.forEach(
                        (name, trainable) -> {
                            NDArray sum = trainable.parameter().getArray().getGradient();
                            sum.attach(scratch);
                            NDArray gradient = others.get(name).getArray().getGradient();
                            gradient.attach(remote);
                            NDArray moved = gradient.toDevice(sum.getDevice(), true);
                            moved.attach(scratch);
                            sum.addi(moved);
                            gradient.muli(0);
                        });
            }
        }
    }

    /** Gives the other devices the weights of the first. */
    private void spread() {
        for (Replica replica : replicas.subList(1, replicas.size())) {
            Map<String, Parameter> others = replica.autoencoder().parameters();
            try (NDManager scratch = replica.autoencoder().manager().newSubManager()) {
                weights()
                        .forEach(
                                (name, weight) -> {
                                    NDArray target = others.get(name).getArray();
                                    NDArray moved = weight.toDevice(target.getDevice(), true);
                                    moved.attach(scratch);
                                    NetworkBlock.overwrite(target, moved);
                                });
            }
        }
    }

    /** All values of the encoder, running statistics too, by name. */
    private Map<String, NDArray> weights() {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        primary()
                .autoencoder()
                .parameters()
                .forEach(
                        (name, parameter) -> {
                            if (ParameterGroup.of(name) != ParameterGroup.DECODER) {
                                weights.put(name, parameter.getArray());
                            }
                        });
        return weights;
    }

    /** All that a later run needs to go on in the same way; the tensors stay this object's. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        weights().forEach((name, weight) -> state.put("weight." + name, weight));
        state.putAll(adam.state());
        average.ifPresent(a -> state.putAll(a.state()));
        return state;
    }

    /** To be called after {@link #state} has been overwritten. */
    void resumed() {
        spread();
    }

    /**
     * Runs something with the weights that validation and the bundle take: the moving average, if
     * there is one.
     */
    <T> T withBestWeights(MovingAverage.Work<T, IOException> work) throws IOException {
        return average.isPresent() ? average.get().with(work) : work.run();
    }

    @Override
    public void close() {
        average.ifPresent(MovingAverage::close);
        adam.close();
    }

    /** Gives one batch after the other. */
    @FunctionalInterface
    interface Batches {
        Batch next() throws InterruptedException;
    }
}
