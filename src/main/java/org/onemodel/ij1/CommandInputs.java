/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemodel.command.ImageIsOptional;
import org.onemodel.command.Macros;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The inputs of a command as plain ImageJ gives them: open images for its {@link ImagePlus}
 * parameters, the first of which is the active one unless it is named; and text from the macro's
 * options or from a dialog for its {@link String} and {@link File} parameters.
 *
 * <p>A boolean is a switch of the dialog, such as a preview, and does nothing in a macro.
 */
final class CommandInputs {

    private final String command;
    private final Module module;

    /**
     * The inputs of a command.
     *
     * @param command its name in the menu
     * @param module the command with its default values
     */
    CommandInputs(String command, Module module) {
        this.command = command;
        this.module = module;
    }

    /**
     * Gives the command its inputs, from the macro or from the user.
     *
     * @return false if the user canceled
     * @throws MethodCallException if the command cannot be prepared
     * @throws org.onemodel.restore.OneModelException if an image is not open, or an option unknown
     */
    boolean give() throws MethodCallException {
        MacroOptions options = MacroOptions.ofMacro();
        List<ModuleItem<?>> images = Parameters.of(module, Set.of(ImagePlus.class));
        for (ModuleItem<?> item : images) {
            Optional<ImagePlus> named = options.value(item.getName()).map(OpenImages::named);
            boolean first = item == images.get(0);
            ImagePlus image = named.orElseGet(() -> first ? active() : null);
            module.setInput(item.getName(), image);
            if (named.isPresent() || images.size() == 1) { // which of several, the user knows
                module.resolveInput(item.getName());
            }
        }
        for (ModuleItem<?> item : Parameters.of(module, Set.of(String.class))) {
            options.value(item.getName()).ifPresent(text -> give(item, text));
        }
        for (ModuleItem<?> item : Parameters.of(module, Set.of(File.class))) {
            options.value(item.getName()).ifPresent(path -> give(item, new File(path)));
        }
        module.initialize(); // looks at the image, and fills in what there is to choose from
        options.check(command, module);
        return Macros.hasOptions() || Macros.isSilent() || ask();
    }

    private ImagePlus active() {
        boolean optional = module.getDelegateObject() instanceof ImageIsOptional;
        return optional ? WindowManager.getCurrentImage() : OpenImages.active();
    }

    private void give(ModuleItem<?> item, Object value) {
        module.setInput(item.getName(), value);
        module.resolveInput(item.getName());
    }

    private boolean ask() {
        return new CommandDialog(command, module).ask();
    }
}
