/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import org.onemodel.train.optimize.OptimizerConfig;
import org.onemodel.train.settings.Settings;

/**
 * A regularisation that is added lazily (Karras et al. 2020, section 3.1): in a step of its own
 * every so many iterations, as many times as strong.
 *
 * @param weight its weight in the loss, 0 to leave it out
 * @param every iterations from one to the next
 */
public record LazyRegularization(double weight, int every) {

    /**
     * Reads the settings below a path.
     *
     * @param s all settings
     * @param path such as {@code r1}
     * @param byDefault what holds where a setting is left out
     * @return the settings
     * @throws org.onemodel.train.settings.TrainingException if one cannot be, with its key
     */
    static LazyRegularization read(Settings s, String path, LazyRegularization byDefault) {
        double weight = s.number(path + ".weight", byDefault.weight);
        int every = s.whole(path + ".every", byDefault.every);
        Settings.require(weight >= 0, path + ".weight", "must not be negative");
        Settings.require(every > 0, path + ".every", "must be positive");
        return new LazyRegularization(weight, every);
    }

    /** Whether an iteration, from 0, has a step of this. */
    boolean isDue(int iteration) {
        return weight > 0 && iteration % every == 0;
    }

    /** The weight that makes up for the iterations without. */
    double lazyWeight() {
        return weight * every;
    }

    /** Steps that the network's optimiser has taken before an iteration, from 0. */
    int stepsBefore(int iteration) {
        return iteration + (weight > 0 ? (iteration + every - 1) / every : 0);
    }

    /**
     * The optimiser's settings that make every + 1 steps do what every steps would: with c = every
     * / (every + 1), the learning rate is multiplied by c and both decays are raised to c.
     */
    OptimizerConfig adjust(OptimizerConfig o) {
        if (weight == 0) {
            return o;
        }
        double c = every / (every + 1.0);
        return new OptimizerConfig(
                o.learningRate() * c,
                o.finalLearningRate() * c,
                o.warmUp(),
                Math.pow(o.beta1(), c),
                Math.pow(o.beta2(), c),
                o.weightDecay(),
                o.clipNorm());
    }
}
