/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The parameters of a command that plain ImageJ can give; the others are SciJava's own. */
final class Parameters {

    /** Types of those that a macro gives. */
    static final Set<Class<?>> OPTIONS = Set.of(ImagePlus.class, String.class, File.class);

    /** Types of those that only a dialog has, such as a preview. */
    static final Set<Class<?>> SWITCHES = Set.of(boolean.class, Boolean.class);

    private Parameters() {}

    /** The parameters of some types in their order, without what is only shown. */
    static List<ModuleItem<?>> of(Module module, Set<Class<?>> types) {
        List<ModuleItem<?>> items = new ArrayList<>();
        module.getInfo().inputs().forEach(items::add);
        items.removeIf(item -> isMessage(item) || !types.contains(item.getType()));
        return items;
    }

    /** Their names. */
    static List<String> names(Module module, Set<Class<?>> types) {
        List<String> names = new ArrayList<>();
        of(module, types).forEach(item -> names.add(item.getName()));
        return names;
    }

    /** Whether a parameter is only shown. */
    static boolean isMessage(ModuleItem<?> item) {
        return item.getVisibility() == ItemVisibility.MESSAGE;
    }

    /** Whether a dialog asks for a parameter or shows it: it is not settled yet. */
    static boolean isOpen(Module module, ModuleItem<?> item) {
        return !module.isInputResolved(item.getName())
                && (OPTIONS.contains(item.getType()) || SWITCHES.contains(item.getType()));
    }
}
