/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.Prefs;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.GridBagConstraints;
import java.awt.Insets;
import java.awt.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A few lines of a dialog whose text changes. */
final class WrappedText {

    private static final int WIDTH = 440;
    private static final int LEFT = 20;
    private static final int TOP = 8;
    private static final String ELLIPSIS = " ...";

    private final MultiLineLabel label;
    private final int width;
    private final int lines;

    private WrappedText(MultiLineLabel label, int width, int lines) {
        this.label = label;
        this.width = width;
        this.lines = lines;
    }

    /**
     * Adds room for text to a dialog.
     *
     * @param dialog the dialog, not yet shown
     * @param lines how many lines there is room for
     */
    static WrappedText addTo(GenericDialog dialog, int lines) {
        int width = (int) (WIDTH * Prefs.getGuiScale());
        MultiLineLabel label = new MultiLineLabel(" \n".repeat(lines), width);
        Panel panel = new Panel(new BorderLayout());
        panel.add(label);
        dialog.addPanel(panel, GridBagConstraints.WEST, new Insets(TOP, LEFT, 0, 0));
        return new WrappedText(label, width, lines);
    }

    /** Shows a text; what does not fit is left out. */
    void set(String text) {
        EventQueue.invokeLater(() -> label.setText(String.join("\n", wrap(text))));
    }

    private List<String> wrap(String text) {
        return wrap(text, lines, width, label.getFontMetrics(label.getFont())::stringWidth);
    }

    /**
     * Breaks a text into lines at its spaces.
     *
     * @param text the text
     * @param lines how many lines come back, blank ones at the end
     * @param width how wide they may be
     * @param measure gives the width of a text
     */
    static List<String> wrap(String text, int lines, int width, ToIntFunction<String> measure) {
        List<String> wrapped = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || measure.applyAsInt(longer) <= width) {
                line = longer;
            } else {
                wrapped.add(line);
                line = word;
            }
        }
        wrapped.add(line);
        if (wrapped.size() > lines) {
            wrapped.set(lines - 1, wrapped.get(lines - 1) + ELLIPSIS);
        }
        while (wrapped.size() < lines) {
            wrapped.add(" ");
        }
        wrapped.replaceAll(each -> each.isEmpty() ? " " : each); // an empty one has no height
        return List.copyOf(wrapped.subList(0, lines));
    }
}
