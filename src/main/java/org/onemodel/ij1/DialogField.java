/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Label;
import java.awt.Panel;
import java.awt.TextField;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/**
 * A parameter in ImageJ's dialog.
 *
 * @param item the parameter
 * @param components what stands for it, the one that a user edits first
 * @param initial its value when the dialog opened
 * @param value gives its value as it is now, of the parameter's type
 */
record DialogField(
        ModuleItem<?> item, List<Component> components, Object initial, Supplier<Object> value) {

    private static final int COLUMNS = 12;
    private static final int PATH_COLUMNS = 40;

    /**
     * Adds a parameter to a dialog.
     *
     * @param dialog the dialog
     * @param item a text, a choice, a file, an image or a switch
     * @param value what is shown first
     */
    static DialogField add(GenericDialog dialog, ModuleItem<?> item, Object value) {
        List<?> choices = item.getChoices();
        if (item.getType() == ImagePlus.class) {
            return addImages(dialog, item, (ImagePlus) value);
        } else if (choices != null && !choices.isEmpty()) {
            return addChoice(dialog, item, choices, value);
        } else if (item.getType() == File.class) {
            return addFile(dialog, item, value);
        } else if (item.getType() == String.class) {
            dialog.addStringField(
                    item.getLabel(),
                    String.valueOf(value),
                    Math.max(COLUMNS, item.getColumnCount()));
            TextField field = (TextField) last(dialog.getStringFields());
            return new DialogField(item, List.of(field, dialog.getLabel()), value, field::getText);
        }
        return addSwitch(dialog, item, value);
    }

    private static DialogField addImages(
            GenericDialog dialog, ModuleItem<?> item, ImagePlus first) {
        List<ImagePlus> open = OpenImages.all();
        String[] titles = open.stream().map(ImagePlus::getTitle).toArray(String[]::new);
        dialog.addChoice(item.getLabel(), titles, null);
        Choice choice = (Choice) last(dialog.getChoices());
        choice.select(Math.max(0, open.indexOf(first))); // of two with one title, the right one
        return new DialogField(
                item,
                List.of(choice, dialog.getLabel()),
                first,
                () -> open.get(choice.getSelectedIndex()));
    }

    private static DialogField addChoice(
            GenericDialog dialog, ModuleItem<?> item, List<?> choices, Object value) {
        String[] names = choices.stream().map(String::valueOf).toArray(String[]::new);
        dialog.addChoice(item.getLabel(), names, String.valueOf(value));
        Choice choice = (Choice) last(dialog.getChoices());
        return new DialogField(
                item, List.of(choice, dialog.getLabel()), value, choice::getSelectedItem);
    }

    private static DialogField addFile(GenericDialog dialog, ModuleItem<?> item, Object value) {
        if (FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle())) {
            dialog.addDirectoryField(item.getLabel(), String.valueOf(value), PATH_COLUMNS);
        } else {
            dialog.addFileField(item.getLabel(), String.valueOf(value), PATH_COLUMNS);
        }
        TextField field = (TextField) last(dialog.getStringFields());
        Label label = dialog.getLabel();
        List<Component> components =
                field.getParent() instanceof Panel panel
                        ? List.of(field, label, panel) // with its Browse button
                        : List.of(field, label);
        return new DialogField(item, components, value, () -> new File(field.getText()));
    }

    /** A checkbox that ImageJ neither records nor reads from macros. */
    private static DialogField addSwitch(GenericDialog dialog, ModuleItem<?> item, Object value) {
        dialog.addPreviewCheckbox(null, " " + item.getLabel());
        Checkbox box = dialog.getPreviewCheckbox();
        box.setState(Boolean.TRUE.equals(value));
        return new DialogField(item, List.of(box), value, box::getState);
    }

    private static Object last(List<?> all) {
        return all.get(all.size() - 1);
    }

    /** The name of the parameter. */
    String name() {
        return item.getName();
    }

    /** Whether it is an option of macros, rather than a switch of the dialog. */
    boolean isOption() {
        return !(components.get(0) instanceof Checkbox);
    }

    /** Its value as text, as a macro gives it. */
    String text() {
        return value.get() instanceof ImagePlus image
                ? image.getTitle()
                : String.valueOf(value.get());
    }

    /** Shows or hides it; tells whether that is a change. */
    boolean setVisible(boolean visible) {
        boolean change = components.get(0).isVisible() != visible;
        components.forEach(component -> component.setVisible(visible));
        return change;
    }
}
