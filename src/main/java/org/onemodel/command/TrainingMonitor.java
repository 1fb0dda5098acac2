/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import java.nio.file.Path;
import org.onemodel.train.TrainingListener;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Shows a training run to a user, who may stop or cancel it; where there is a user interface,
 * SciJava finds one for each run.
 *
 * <p>All methods are called on the thread that trains and return at once.
 */
public interface TrainingMonitor extends SciJavaPlugin, TrainingListener, AutoCloseable {

    /** Shows nothing and lets the run go to its end. */
    TrainingMonitor NONE = () -> Control.GO_ON;

    /**
     * Called once before anything is read.
     *
     * @param settings the file of settings
     */
    default void open(Path settings) {}

    /** Called once after the run, however it ended: what was learned stays to be looked at. */
    @Override
    default void close() {}
}
