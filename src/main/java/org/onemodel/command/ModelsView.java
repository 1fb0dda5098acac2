/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.onemodel.service.ModelManager;
import org.scijava.plugin.SciJavaPlugin;

/** A window for the models; where there is a user interface, SciJava finds one. */
public interface ModelsView extends SciJavaPlugin {

    /**
     * Opens the window, or brings it to the front; returns at once.
     *
     * @param models the models
     */
    void open(ModelManager models);
}
