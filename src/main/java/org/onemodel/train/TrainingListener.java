/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows a run and may end it; called on the thread that trains, between steps.
 *
 * <p>All methods but {@link #control} do nothing unless they are overridden.
 */
public interface TrainingListener {

    /** Follows nothing and lets the run go to its end. */
    TrainingListener NONE = () -> Control.GO_ON;

    /** Name of the learning rate among the figures of a line. */
    String LEARNING_RATE = "learningRate";

    /** Name of the norm of the gradients among the figures of a line. */
    String GRADIENT_NORM = "gradientNorm";

    /**
     * Several listeners as one: all follow the run, and each may end it.
     *
     * @param listeners those who listen, told in this order
     * @return a listener that cancels if one of them cancels, else stops if one of them stops
     */
    static TrainingListener all(TrainingListener... listeners) {
        return new TrainingListeners(List.of(listeners));
    }

    /** What a run shall do; a later one ends it sooner. */
    enum Control {
        /** Take the next step. */
        GO_ON,
        /** Validate, write snapshot and bundle, and end. */
        STOP,
        /** End at once; the last snapshot stays. */
        CANCEL
    }

    /**
     * A line of the history.
     *
     * @param iteration iterations done
     * @param iterations iterations in all
     * @param imagesPerSecond samples per second since the line before
     * @param secondsLeft expected time to the end at the same speed
     * @param figures losses (means since the line before), learning rate and gradient norm by name
     */
    record Line(
            int iteration,
            int iterations,
            double imagesPerSecond,
            double secondsLeft,
            Map<String, Double> figures) {

        /**
         * The losses among the figures.
         *
         * @return means since the line before, by name
         */
        public Map<String, Double> losses() {
            Map<String, Double> losses = new TreeMap<>(figures);
            losses.remove(LEARNING_RATE);
            losses.remove(GRADIENT_NORM);
            return losses;
        }
    }

    /**
     * Called once before the first step.
     *
     * @param config the settings
     * @param done iterations that an earlier run has done
     * @param devices names of the devices
     */
    default void started(TrainingConfig config, int done, String devices) {}

    /**
     * Called as often as a line is written into the history.
     *
     * @param line the line
     */
    default void logged(Line line) {}

    /**
     * Called after each validation.
     *
     * @param iteration iterations done
     * @param figures PSNR in dB by condition
     * @param best whether no validation before was better
     */
    default void validated(int iteration, Map<String, Double> figures, boolean best) {}

    /**
     * Called after a sample picture was written.
     *
     * @param iteration iterations done
     * @param picture a PNG file: input, output, target and noise maps
     */
    default void pictured(int iteration, Path picture) {}

    /**
     * Asked after each step.
     *
     * @return what to do
     */
    Control control();
}
