/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.gui.GenericDialog;
import java.awt.Component;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

/**
 * Lines at the bottom of a dialog that explain the field which the mouse is over or the cursor in;
 * AWT has no tooltips.
 */
final class Explanation {

    private static final int LINES = 3;
    private static final String HINT = "Point at an option to read what it means.";

    private final WrappedText text;

    /**
     * Adds the lines.
     *
     * @param dialog the dialog
     * @param fields its fields, whose descriptions are shown
     */
    Explanation(GenericDialog dialog, List<DialogField> fields) {
        text = WrappedText.addTo(dialog, LINES);
        text.set(HINT);
        for (DialogField field : fields) {
            field.components().forEach(component -> explain(component, field));
        }
    }

    private void explain(Component component, DialogField field) {
        String description = field.item().getDescription();
        if (description == null || description.isBlank()) {
            return;
        }
        component.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseEntered(MouseEvent e) {
                        set(description);
                    }
                });
        component.addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusGained(FocusEvent e) {
                        set(description);
                    }
                });
    }

    /** Shows another text. */
    void set(String other) {
        text.set(other);
    }
}
