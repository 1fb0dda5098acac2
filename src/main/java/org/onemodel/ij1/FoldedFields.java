/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.gui.GenericDialog;
import java.awt.Button;
import java.util.ArrayList;
import java.util.List;

/** Fields of a dialog that are hidden until the button above them is pressed. */
final class FoldedFields {

    private static final String SHOW = "Show ";
    private static final String HIDE = "Hide ";

    private final GenericDialog dialog;
    private final String name;
    private final List<DialogField> fields = new ArrayList<>();
    private boolean visible;

    /**
     * Adds the button.
     *
     * @param dialog the dialog
     * @param heading what the fields are, such as {@code Technical options}
     */
    FoldedFields(GenericDialog dialog, String heading) {
        this.dialog = dialog;
        name = heading.toLowerCase(java.util.Locale.ROOT);
        dialog.addButton(SHOW + name, event -> toggle((Button) event.getSource()));
    }

    /** Hides a field of the dialog for now. */
    void add(DialogField field) {
        field.setVisible(visible);
        fields.add(field);
    }

    private void toggle(Button button) {
        visible = !visible;
        button.setLabel((visible ? HIDE : SHOW) + name);
        fields.forEach(field -> field.setVisible(visible));
        dialog.pack();
    }
}
