/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import ij.Macro;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onemodel.command.Macros;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The inputs of a command as plain ImageJ gives them: open images for its {@link ImagePlus}
 * parameters, and text from the macro's options or from a dialog for its {@link String} and {@link
 * File} parameters.
 */
final class CommandInputs {

    private final Module module;
    private final List<ModuleItem<?>> images;
    private final List<ModuleItem<?>> texts;

    /**
     * The inputs of a command.
     *
     * @param module the command with its default values
     */
    CommandInputs(Module module) {
        this.module = module;
        images = items(ImagePlus.class);
        texts = items(String.class, File.class);
    }

    private List<ModuleItem<?>> items(Class<?>... types) {
        List<ModuleItem<?>> items = new ArrayList<>();
        module.getInfo().inputs().forEach(items::add);
        items.removeIf(item -> !List.of(types).contains(item.getType()));
        return items;
    }

    /**
     * Reads or asks for all.
     *
     * @return the values by parameter name, or nothing if the user canceled
     * @throws org.onemodel.restore.OneModelException if an image is not open
     */
    Optional<Map<String, Object>> get() {
        String options = Macro.getOptions();
        boolean ask = options == null && !Macros.isSilent() && !texts.isEmpty();
        MacroInputs macro = new MacroInputs(options == null ? "" : options);
        Map<String, Object> values = new LinkedHashMap<>();
        images.forEach(item -> values.put(item.getName(), macro.image(item.getName())));
        Optional<Map<String, Object>> read =
                ask ? new CommandDialog(module, texts).ask() : Optional.of(read(macro));
        return read.map(
                text -> {
                    values.putAll(text);
                    return values;
                });
    }

    private Map<String, Object> read(MacroInputs macro) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ModuleItem<?> item : texts) {
            String value = String.valueOf(module.getInput(item.getName()));
            values.put(item.getName(), macro.text(item.getName(), value));
        }
        return values;
    }
}
