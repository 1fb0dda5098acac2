/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Desktop;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.WindowConstants;
import org.onemodel.command.ManageModels;
import org.onemodel.model.CatalogueEntry;
import org.onemodel.model.InstalledModel;
import org.onemodel.service.ModelManager;

/**
 * Lists the installed models with the card of the selected one; adds, fetches, checks and removes
 * models.
 *
 * <p>For the event dispatch thread.
 */
final class ModelsWindow extends JFrame {

    private static final long serialVersionUID = 1L;
    private static final String TITLE = "OneModel Models";
    private static final int GAP = 8;
    private static final int WIDTH = 760;
    private static final int TABLE_HEIGHT = 150;
    private static final int CARD_HEIGHT = 330;
    private static final int[] COLUMN_WIDTHS = {200, 90, 60, 80, 220, 50};

    private final transient ModelManager models;
    private final transient BackgroundWork work;
    private final ModelsTable rows = new ModelsTable();
    private final JTable table = new JTable(rows);
    private final JTextArea card = new JTextArea();
    private final JLabel state = new JLabel(" ");
    private final JButton add = new JButton("Add from file…");
    private final JButton fetch = new JButton("Fetch…");
    private final JButton check = new JButton("Check");
    private final JButton remove = new JButton("Remove…");
    private final JButton open = new JButton("Open folder");
    private boolean busy;

    /**
     * A window, not yet visible.
     *
     * @param models the models
     */
    ModelsWindow(ModelManager models) {
        super(TITLE);
        this.models = models;
        work = new BackgroundWork(this, TITLE, this::setBusy);
        button(add, "A model's folder or zip file, or a checkpoint of others", this::add);
        button(fetch, "Downloads a model that others publish", this::fetch);
        button(check, "Loads the model and compares the checksum of its weights", this::check);
        button(remove, "Deletes the model from your folder of models", this::remove);
        button(open, "Shows your folder of models", this::openFolder);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getSelectionModel().addListSelectionListener(event -> showCard());
        for (int column = 0; column < COLUMN_WIDTHS.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(COLUMN_WIDTHS[column]);
        }
        card.setEditable(false);
        card.setLineWrap(true);
        card.setWrapStyleWord(true);
        card.setFont(new Font(Font.MONOSPACED, Font.PLAIN, card.getFont().getSize()));
        setContentPane(content());
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        pack();
        refresh("");
    }

    private static void button(JButton button, String explanation, Runnable action) {
        button.setToolTipText(explanation);
        button.addActionListener(event -> action.run());
    }

    private JPanel content() {
        JScrollPane above = new JScrollPane(table);
        above.setPreferredSize(new Dimension(WIDTH, TABLE_HEIGHT));
        JScrollPane below = new JScrollPane(card);
        below.setPreferredSize(new Dimension(WIDTH, CARD_HEIGHT));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
        List.of(add, fetch, check, remove, open, HelpButton.of(ManageModels.class))
                .forEach(buttons::add);
        JPanel south = new JPanel(new BorderLayout(GAP, GAP));
        south.add(state, BorderLayout.NORTH);
        south.add(buttons, BorderLayout.CENTER);
        JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
        panel.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        panel.add(new JSplitPane(JSplitPane.VERTICAL_SPLIT, above, below), BorderLayout.CENTER);
        panel.add(south, BorderLayout.SOUTH);
        return panel;
    }

    private void setBusy(String words) {
        busy = !words.isEmpty();
        state.setText(busy ? words : " ");
        enableButtons();
    }

    private void enableButtons() {
        Optional<InstalledModel> model = selected();
        add.setEnabled(!busy);
        fetch.setEnabled(!busy);
        check.setEnabled(!busy && model.isPresent());
        remove.setEnabled(!busy && model.map(InstalledModel::removable).orElse(false));
    }

    private Optional<InstalledModel> selected() {
        int row = table.getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(rows.get(row));
    }

    private void showCard() {
        card.setText(
                selected()
                        .map(model -> model.where() + "\n\n" + CardText.of(model.card()))
                        .orElse(""));
        card.setCaretPosition(0);
        enableButtons();
    }

    private void refresh(String name) {
        work.run(
                "Looking…",
                models::installed,
                installed -> {
                    rows.set(installed);
                    if (!installed.isEmpty()) {
                        int row = rows.row(name);
                        table.setRowSelectionInterval(row, row);
                    }
                });
    }

    private void add() {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle("A model's folder or zip file, or a checkpoint of others");
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        if (chooser.showDialog(this, "Add") != JFileChooser.APPROVE_OPTION) {
            return;
        }
        File file = chooser.getSelectedFile();
        work.run(
                "Looking…",
                () -> models.suggestedName(file.toPath()),
                suggested ->
                        suggested.ifPresentOrElse(
                                name -> askName(file, name), () -> add(file, "")));
    }

    private void askName(File file, String suggested) {
        String name =
                (String)
                        JOptionPane.showInputDialog(
                                this,
                                "Name of the model:",
                                TITLE,
                                JOptionPane.QUESTION_MESSAGE,
                                null,
                                null,
                                suggested);
        if (name != null) {
            add(file, name.strip());
        }
    }

    private void add(File file, String name) {
        work.run(
                "Reading and checking " + file.getName() + "…",
                () -> models.add(file.toPath(), name, false),
                model -> done("Added " + model.name() + ".", model.name()));
    }

    private void fetch() {
        work.run("Looking…", models::published, this::choosePublished);
    }

    private void choosePublished(List<CatalogueEntry> entries) {
        new PublishedModels(entries)
                .choose(this)
                .ifPresent(
                        entry ->
                                work.run(
                                        "Fetching " + entry.name() + "…",
                                        () -> fetch(entry.name()),
                                        model ->
                                                done(
                                                        "Fetched " + model.name() + ".",
                                                        model.name())));
    }

    private InstalledModel fetch(String name) {
        try (DownloadWindow window = new DownloadWindow(TITLE + ": " + name)) {
            return models.fetch(name, false, window);
        }
    }

    private void check() {
        selected()
                .ifPresent(
                        model ->
                                work.run(
                                        "Checking " + model.name() + "…",
                                        () -> models.check(model.name()),
                                        sha256 ->
                                                JOptionPane.showMessageDialog(
                                                        this,
                                                        Dialogs.wrapped(
                                                                model.name()
                                                                        + " "
                                                                        + model.version()
                                                                        + " is whole: SHA-256 "
                                                                        + sha256),
                                                        TITLE,
                                                        JOptionPane.INFORMATION_MESSAGE)));
    }

    private void remove() {
        selected()
                .filter(
                        model ->
                                Dialogs.agrees(
                                        this,
                                        TITLE,
                                        "Delete the model "
                                                + model.name()
                                                + " in "
                                                + model.where()
                                                + "?",
                                        "Delete"))
                .ifPresent(
                        model ->
                                work.run(
                                        "Removing " + model.name() + "…",
                                        () -> models.remove(model.name()),
                                        removed -> done("Removed " + model.name() + ".", "")));
    }

    private void done(String words, String selected) {
        IJ.showStatus("OneModel: " + words);
        refresh(selected);
    }

    private void openFolder() {
        work.run("Opening…", this::opened, folder -> {});
    }

    private Path opened() throws IOException {
        Path folder = Files.createDirectories(models.folder());
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            Desktop.getDesktop().open(folder.toFile());
        } else {
            IJ.log("OneModel: your folder of models is " + folder);
        }
        return folder;
    }
}
