/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import org.onemodel.command.ModelsView;
import org.onemodel.service.ModelManager;
import org.scijava.plugin.Plugin;

/** Opens the window of the models. */
@Plugin(type = ModelsView.class)
public final class ModelsWindows implements ModelsView {

    /** For SciJava. */
    public ModelsWindows() {}

    @Override
    public void open(ModelManager models) {
        OpenWindows.show(ModelsWindow.class, () -> new ModelsWindow(models));
    }
}
