/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import ij.gui.MultiLineLabel;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Label;
import java.awt.TextComponent;
import java.awt.Window;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/**
 * The parts of a window, AWT's and Swing's, as a user tells them apart. To be used in the event
 * thread.
 */
final class Components {

    private final String title;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Map<String, Component> buttons = new LinkedHashMap<>();
    private String label;

    /** The parts of a window. */
    Components(Window window) {
        title = title(window);
        add(window);
        endLabel();
    }

    /** The title of a frame or dialog, or nothing. */
    static String title(Window window) {
        if (window instanceof Frame frame) {
            return frame.getTitle();
        }
        return window instanceof Dialog dialog ? dialog.getTitle() : "";
    }

    private void add(Container container) {
        for (Component part : container.getComponents()) {
            if (part.isVisible()) {
                add(part);
            }
        }
    }

    private void add(Component part) {
        if (part instanceof Label text) {
            startLabel(text.getText());
        } else if (part instanceof JLabel text) {
            startLabel(text.getText());
        } else if (part instanceof MultiLineLabel message) {
            texts.add(message(message));
        } else if (part instanceof Checkbox box) {
            fields.put(box.getLabel().strip(), box);
        } else if (part instanceof Choice || isText(part)) {
            fields.put(label == null ? "" : label, part);
            label = null;
        } else if (part instanceof Button button) {
            buttons.put(button.getLabel().strip(), button);
        } else if (part instanceof AbstractButton button) {
            buttons.put(String.valueOf(button.getText()).strip(), button);
        } else if (part instanceof JTable table) {
            addCells(table);
        } else if (part instanceof JProgressBar bar) {
            texts.add(bar.getString());
        } else if (part instanceof Container container && !(part instanceof JScrollBar)) {
            add(container);
        }
    }

    private void addCells(JTable table) {
        for (int row = 0; row < table.getRowCount(); row++) {
            for (int column = 0; column < table.getColumnCount(); column++) {
                texts.add(String.valueOf(table.getValueAt(row, column)));
            }
        }
    }

    private static boolean isText(Component part) {
        return part instanceof TextComponent || part instanceof JTextComponent;
    }

    private void startLabel(String text) {
        endLabel();
        label = text;
    }

    /** A label without a field is a text. */
    private void endLabel() {
        if (label != null && !label.isBlank()) {
            texts.add(label);
        }
        label = null;
    }

    /** The lines of ImageJ's messages, which has no getter for them. */
    private static String message(MultiLineLabel message) {
        try {
            Field lines = MultiLineLabel.class.getDeclaredField("lines");
            lines.setAccessible(true);
            return String.join("\n", (String[]) lines.get(message));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What they show. */
    WindowView view() {
        List<FieldView> views = new ArrayList<>();
        fields.forEach((name, field) -> views.add(view(name, field)));
        return new WindowView(title, texts, views, new ArrayList<>(buttons.keySet()));
    }

    private static FieldView view(String name, Component field) {
        if (field instanceof Choice choice) {
            List<String> choices =
                    IntStream.range(0, choice.getItemCount()).mapToObj(choice::getItem).toList();
            return new FieldView(name, choice.getSelectedItem(), choices);
        }
        if (field instanceof Checkbox box) {
            return new FieldView(name, String.valueOf(box.getState()), List.of());
        }
        String text =
                field instanceof TextComponent component
                        ? component.getText()
                        : ((JTextComponent) field).getText();
        return new FieldView(name, text, List.of());
    }

    /** The field whose label starts with a word. */
    Component field(String start) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(start))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("No field " + start + " in " + fields.keySet()))
                .getValue();
    }

    /** A button, if there is one of a name. */
    Optional<Component> button(String name) {
        return Optional.ofNullable(buttons.get(name));
    }
}
