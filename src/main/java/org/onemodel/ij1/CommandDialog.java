/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.gui.GenericDialog;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * ImageJ's dialog for a command's texts, choices and files; ImageJ's recorder writes down what it
 * gives.
 *
 * <p>The recorder's key is the first word of a label in lower case, which is the parameter's name.
 */
final class CommandDialog {

    private static final int COLUMNS = 12;
    private static final int PATH_COLUMNS = 40;

    private final GenericDialog dialog;
    private final Map<String, Boolean> isChoice = new LinkedHashMap<>();

    /**
     * A dialog, not yet shown.
     *
     * @param module the command with its default values
     * @param items the parameters to ask for
     */
    CommandDialog(Module module, List<ModuleItem<?>> items) {
        dialog = new GenericDialog(module.getInfo().getTitle());
        items.forEach(item -> add(item, String.valueOf(module.getInput(item.getName()))));
    }

    private void add(ModuleItem<?> item, String value) {
        List<?> choices = item.getChoices();
        boolean choice = choices != null && !choices.isEmpty();
        isChoice.put(item.getName(), choice);
        if (choice) {
            String[] names = choices.stream().map(String::valueOf).toArray(String[]::new);
            dialog.addChoice(item.getLabel(), names, value);
        } else if (item.getType() == File.class) {
            dialog.addFileField(item.getLabel(), value, PATH_COLUMNS);
        } else {
            dialog.addStringField(item.getLabel(), value, COLUMNS);
        }
    }

    /**
     * Asks the user.
     *
     * @return the values by parameter name, or nothing if the user canceled
     */
    Optional<Map<String, Object>> ask() {
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        isChoice.forEach(
                (name, choice) ->
                        values.put(name, choice ? dialog.getNextChoice() : dialog.getNextString()));
        return Optional.of(values);
    }
}
