/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Several listeners as one: all follow the run, and each may end it.
 *
 * @param all those who listen, told in this order
 */
record TrainingListeners(List<TrainingListener> all) implements TrainingListener {

    TrainingListeners {
        all = List.copyOf(all);
    }

    @Override
    public void started(TrainingConfig config, int done, String devices) {
        all.forEach(listener -> listener.started(config, done, devices));
    }

    @Override
    public void logged(Line line) {
        all.forEach(listener -> listener.logged(line));
    }

    @Override
    public void validated(int iteration, Map<String, Double> figures, boolean best) {
        all.forEach(listener -> listener.validated(iteration, figures, best));
    }

    @Override
    public void pictured(int iteration, Path picture) {
        all.forEach(listener -> listener.pictured(iteration, picture));
    }

    /** Asks all, of whom the one who wants to end it soonest decides. */
    @Override
    public Control control() {
        return all.stream()
                .map(TrainingListener::control)
                .max(Comparator.naturalOrder())
                .orElse(Control.GO_ON);
    }
}
