/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.gui.GenericDialog;
import java.awt.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fields of a dialog that are hidden until the button above them is pressed. */
final class FoldedFields {

    private static final String SHOW = "Show ";
    private static final String HIDE = "Hide ";

    private final String name;
    private final Runnable whenToggled;
    private final List<DialogField> fields = new ArrayList<>();
    private boolean open;

    /**
     * Adds the button.
     *
     * @param dialog the dialog
     * @param heading what the fields are, such as {@code Technical options}
     * @param whenToggled lays the dialog out anew
     */
    FoldedFields(GenericDialog dialog, String heading, Runnable whenToggled) {
        this.whenToggled = whenToggled;
        name = heading.toLowerCase(Locale.ROOT);
        dialog.addButton(SHOW + name, event -> toggle((Button) event.getSource()));
    }

    /** Puts a field of the dialog among them. */
    void add(DialogField field) {
        fields.add(field);
    }

    /** Whether a field is hidden for now. */
    boolean hides(DialogField field) {
        return !open && fields.contains(field);
    }

    private void toggle(Button button) {
        open = !open;
        button.setLabel((open ? HIDE : SHOW) + name);
        whenToggled.run();
    }
}
