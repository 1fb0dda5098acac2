/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.gui.GenericDialog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onemodel.command.DependentParameters;
import org.onemodel.command.HelpPages;
import org.onemodel.command.Messages;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * ImageJ's dialog for a command: its images, texts, choices, files and switches in their order,
 * headings between them, what each means, a preview if the command has one, and a button for help.
 *
 * <p>What was asked goes to the recorder, changed or not: a recorded line says all that was chosen,
 * and does the same whatever the defaults may become.
 */
final class CommandDialog {

    private static final int MESSAGE_LINES = 2;

    private final Module module;
    private final GenericDialog dialog;
    private final List<DialogField> fields = new ArrayList<>();
    private final Map<String, WrappedText> messages = new LinkedHashMap<>();
    private final Explanation explanation;
    private FoldedFields folded;

    /**
     * A dialog, not yet shown.
     *
     * @param command the command's name in the menu
     * @param module the command with its first values; what is resolved is not asked
     */
    CommandDialog(String command, Module module) {
        this.module = module;
        dialog = new GenericDialog(command.replace("...", ""));
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            if (Parameters.isOpen(module, item)) {
                add(item);
            }
        }
        explanation = new Explanation(dialog, fields);
        HelpPages.of(module.getDelegateObject().getClass()).ifPresent(dialog::addHelp);
    }

    private void add(ModuleItem<?> item) {
        Object value = module.getInput(item.getName());
        if (Parameters.isMessage(item)) {
            addMessage(item, String.valueOf(value));
            return;
        }
        DialogField field = DialogField.add(dialog, item, value);
        fields.add(field);
        if (folded != null) {
            folded.add(field);
        }
    }

    private void addMessage(ModuleItem<?> item, String text) {
        if (Messages.FOLDED.equals(item.getWidgetStyle())) {
            folded = new FoldedFields(dialog, text, this::layOut);
        } else if (!Messages.LINK.equals(item.getWidgetStyle())) { // there is a button for it
            WrappedText message = WrappedText.addTo(dialog, MESSAGE_LINES);
            message.set(text);
            messages.put(item.getName(), message);
        }
    }

    /**
     * Asks the user, and gives the command what was chosen.
     *
     * @return false if the user canceled
     */
    boolean ask() {
        if (fields.isEmpty()) {
            return true; // there is nothing to ask
        }
        layOut();
        try (DelayedPreview preview = new DelayedPreview(this::removePreview)) {
            dialog.addDialogListener(
                    (source, event) -> {
                        layOut();
                        if (event != null) { // not at the end
                            update(preview);
                        }
                        return true;
                    });
            dialog.showDialog();
        }
        if (dialog.wasCanceled()) {
            return false;
        }
        choices().forEach(module::setInput);
        fields.stream()
                .filter(field -> field.isOption() && matters(field))
                .forEach(field -> OptionsRecorder.record(field.name(), field.text()));
        return true;
    }

    /** Shows the fields that matter and are not folded away. */
    private void layOut() {
        boolean change = false;
        for (DialogField field : fields) {
            boolean hidden = folded != null && folded.hides(field);
            change |= field.setVisible(!hidden && matters(field));
        }
        if (change) {
            dialog.pack();
        }
    }

    private boolean matters(DialogField field) {
        return !(module.getDelegateObject() instanceof DependentParameters command)
                || command.matters(field.name(), values());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.name(), field.value().get()));
        return values;
    }

    /** What the command gets: a field that does not matter has its first value. */
    private Map<String, Object> choices() {
        Map<String, Object> choices = values();
        fields.stream()
                .filter(field -> !matters(field))
                .forEach(field -> choices.put(field.name(), field.initial()));
        return choices;
    }

    private void update(DelayedPreview preview) {
        if (module.getInfo().canPreview() && dialog.isPreviewActive()) {
            Map<String, Object> values = choices();
            preview.show(() -> preview(values));
        } else {
            preview.remove();
        }
    }

    /** May be called on any thread. */
    private void removePreview() {
        module.cancel();
        showMessages();
    }

    private void showMessages() {
        messages.forEach((name, message) -> message.set(String.valueOf(module.getInput(name))));
    }

    /** Called on the preview's thread. */
    private void preview(Map<String, Object> values) {
        dialog.previewRunning(true);
        try {
            values.forEach(module::setInput);
            module.preview();
            showMessages();
        } catch (RuntimeException e) {
            explanation.set(Failures.sentence(e));
        } finally {
            dialog.previewRunning(false);
        }
    }
}
