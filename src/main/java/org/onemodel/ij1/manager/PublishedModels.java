/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import org.onemodel.model.CatalogueEntry;

/**
 * Lets a user choose a published model and agree to its licence.
 *
 * <p>For the event dispatch thread.
 */
final class PublishedModels {

    private static final int GAP = 8;
    private static final Dimension LIST = new Dimension(220, 260);
    private static final Dimension DETAILS = new Dimension(440, 260);

    private final List<CatalogueEntry> entries;
    private final JList<String> names;
    private final JTextArea details = Dialogs.wrapped("");
    private final JCheckBox agree = new JCheckBox("I agree to this licence");
    private final JButton fetch = new JButton("Fetch");

    /**
     * What there is to choose from.
     *
     * @param entries the published models
     */
    PublishedModels(List<CatalogueEntry> entries) {
        this.entries = entries;
        DefaultListModel<String> model = new DefaultListModel<>();
        entries.forEach(entry -> model.addElement(entry.name()));
        names = new JList<>(model);
        names.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        names.addListSelectionListener(event -> show());
        agree.addActionListener(event -> fetch.setEnabled(agree.isSelected()));
        names.setSelectedIndex(0);
        show();
    }

    /**
     * Asks.
     *
     * @param parent the window that asks
     * @return the chosen model, or nothing if the user canceled
     */
    Optional<CatalogueEntry> choose(Component parent) {
        JButton cancel = new JButton("Cancel");
        JOptionPane pane =
                new JOptionPane(
                        content(),
                        JOptionPane.PLAIN_MESSAGE,
                        JOptionPane.DEFAULT_OPTION,
                        null,
                        new Object[] {fetch, cancel},
                        cancel);
        fetch.addActionListener(event -> pane.setValue(fetch));
        cancel.addActionListener(event -> pane.setValue(cancel));
        JDialog dialog = pane.createDialog(parent, "Fetch a published model");
        dialog.setResizable(true);
        dialog.setVisible(true); // until one of the buttons is pressed
        dialog.dispose();
        return pane.getValue() == fetch ? selected() : Optional.empty();
    }

    private JPanel content() {
        JScrollPane left = new JScrollPane(names);
        left.setPreferredSize(LIST);
        JScrollPane right = new JScrollPane(details);
        right.setPreferredSize(DETAILS);
        JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
        panel.add(left, BorderLayout.WEST);
        panel.add(right, BorderLayout.CENTER);
        panel.add(agree, BorderLayout.SOUTH);
        return panel;
    }

    private Optional<CatalogueEntry> selected() {
        int index = names.getSelectedIndex();
        return index < 0 ? Optional.empty() : Optional.of(entries.get(index));
    }

    /** Another model has another licence. */
    private void show() {
        details.setText(selected().map(PublishedModels::words).orElse(""));
        details.setCaretPosition(0);
        agree.setSelected(false);
        agree.setEnabled(selected().map(entry -> !entry.files().isEmpty()).orElse(false));
        fetch.setEnabled(false);
    }

    /** All that is known of a published model. */
    static String words(CatalogueEntry entry) {
        String where =
                entry.files().isEmpty()
                        ? "Not for a program: download it by hand from "
                                + entry.page()
                                + ", then use Add from file..."
                        : "From: " + entry.files().get(0).source();
        String checksum =
                entry.files().isEmpty() || entry.files().get(0).checksum().isKnown()
                        ? ""
                        : "\nNo checksum is published to compare with.";
        return entry.title()
                + "\n\nLicence: "
                + entry.licence()
                + "\nSize: "
                + (entry.megabytes() == 0 ? "unknown" : entry.megabytes() + " MB")
                + "\n"
                + where
                + checksum
                + (entry.note().isBlank() ? "" : "\n\n" + entry.note())
                + (entry.citation().isBlank() ? "" : "\n\nTo cite: " + entry.citation())
                + "\n\nMore: "
                + entry.page();
    }
}
