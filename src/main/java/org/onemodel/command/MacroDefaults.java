/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Gives the parameters that a macro leaves out their defaults. Otherwise ImageJ2 asks for them in a
 * dialog, which nobody sees at night.
 */
@Plugin(type = PreprocessorPlugin.class)
public final class MacroDefaults extends AbstractPreprocessorPlugin {

    /** For SciJava. */
    public MacroDefaults() {}

    @Override
    public void process(Module module) {
        if (Macros.hasOptions() && isOurs(module.getDelegateObject().getClass())) {
            module.getInfo().inputs().forEach(item -> module.resolveInput(item.getName()));
        }
    }

    private static boolean isOurs(Class<?> command) {
        return command.getPackage().equals(MacroDefaults.class.getPackage());
    }
}
