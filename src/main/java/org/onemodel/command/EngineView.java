/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.service.EngineManager;
import org.scijava.plugin.SciJavaPlugin;

/** A window for PyTorch; where there is a user interface, SciJava finds one. */
public interface EngineView extends SciJavaPlugin {

    /**
     * Opens the window, or brings it to the front; returns at once.
     *
     * @param engine PyTorch
     */
    void open(EngineManager engine);
}
