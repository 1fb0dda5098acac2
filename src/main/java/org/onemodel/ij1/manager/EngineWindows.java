/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import org.onemodel.command.EngineView;
import org.onemodel.service.EngineManager;
import org.scijava.plugin.Plugin;

/** Opens the window of PyTorch. */
@Plugin(type = EngineView.class)
public final class EngineWindows implements EngineView {

    /** For SciJava. */
    public EngineWindows() {}

    @Override
    public void open(EngineManager engine) {
        OpenWindows.show(EngineWindow.class, () -> new EngineWindow(engine));
    }
}
