/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;
import org.onemodel.command.ManageEngine;
import org.onemodel.engine.EngineOffer;
import org.onemodel.engine.EngineReport;
import org.onemodel.service.EngineManager;
import org.onemodel.service.EngineStatus;

/**
 * Tells about PyTorch: what runs, what suits the machine, what is wrong; installs and resets it.
 *
 * <p>For the event dispatch thread.
 */
final class EngineWindow extends JFrame {

    private static final long serialVersionUID = 1L;
    private static final String TITLE = "OneModel Engine";
    private static final int GAP = 8;
    private static final int SPACE_FOR_ADVICE = 4;
    private static final String NONE = "–";

    /** What is shown: the report, and what runs if it could be started. */
    private record Known(EngineReport report, Optional<EngineStatus> status) {}

    private final transient EngineManager engine;
    private final transient BackgroundWork work;
    private final transient Map<String, JTextArea> values = new LinkedHashMap<>();
    private final JTextArea advice = Dialogs.wrapped("");
    private final JLabel state = new JLabel(" ");
    private final JButton install = new JButton("Install…");
    private final JButton reset = new JButton("Reset…");
    private final JButton retry = new JButton("Try again…");

    /**
     * A window, not yet visible.
     *
     * @param engine PyTorch
     */
    EngineWindow(EngineManager engine) {
        super(TITLE);
        this.engine = engine;
        work = new BackgroundWork(this, TITLE, this::setBusy);
        install.setToolTipText("Downloads a build of PyTorch, after asking");
        install.addActionListener(event -> chooseBuild());
        reset.setToolTipText("Removes what was downloaded, whole or broken");
        reset.addActionListener(event -> reset());
        retry.setToolTipText("Starts PyTorch again although it took ImageJ down");
        retry.addActionListener(event -> retry());
        retry.setVisible(false);
        setContentPane(content());
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        pack();
        setMinimumSize(new Dimension(getWidth(), getHeight()));
        refresh();
    }

    private JPanel content() {
        JPanel table = new JPanel(new GridBagLayout());
        for (String name :
                List.of(
                        "PyTorch",
                        "Build",
                        "Comes from",
                        "Folder",
                        "Devices",
                        "Build for this machine",
                        "GPUs of the driver")) {
            addRow(table, name);
        }
        advice.setRows(SPACE_FOR_ADVICE);
        JPanel below = new JPanel(new BorderLayout(GAP, GAP));
        below.add(advice, BorderLayout.CENTER);
        below.add(buttons(), BorderLayout.SOUTH);
        JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
        panel.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        panel.add(table, BorderLayout.NORTH);
        panel.add(below, BorderLayout.CENTER);
        return panel;
    }

    private void addRow(JPanel table, String name) {
        JTextArea value = Dialogs.wrapped(NONE);
        values.put(name, value);
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = values.size();
        place.insets = new Insets(2, 0, 2, GAP);
        place.anchor = GridBagConstraints.FIRST_LINE_START;
        table.add(Dialogs.label(name + ":"), place);
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        table.add(value, place);
    }

    private JPanel buttons() {
        JButton help = HelpButton.of(ManageEngine.class);
        JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, GAP, 0));
        for (JButton button : List.of(retry, install, reset, help)) {
            right.add(button);
        }
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(state, BorderLayout.CENTER);
        panel.add(right, BorderLayout.EAST);
        return panel;
    }

    private void setBusy(String words) {
        state.setText(words.isEmpty() ? " " : words);
        boolean idle = words.isEmpty();
        install.setEnabled(idle);
        reset.setEnabled(idle);
        retry.setEnabled(idle);
    }

    private void refresh() {
        work.run("Looking…", this::know, this::show);
    }

    private Known know() {
        EngineReport report = engine.report();
        return new Known(
                report,
                report.problem().isPresent() ? Optional.empty() : Optional.of(engine.status()));
    }

    private void show(Known known) {
        EngineReport report = known.report();
        Optional<EngineStatus> status = known.status();
        set("PyTorch", report.library().map(library -> library.version()));
        set("Build", report.library().map(library -> library.flavor().name()));
        set("Comes from", report.library().map(library -> library.source().toString()));
        set("Folder", report.library().map(library -> library.folder().toString()));
        set(
                "Devices",
                status.map(
                        running ->
                                String.join(", ", running.devices())
                                        + " ("
                                        + running.threads()
                                        + " threads)"));
        set(
                "Build for this machine",
                Optional.of(report.wanted().flavor() + " (" + report.wanted().reason() + ")"));
        set(
                "GPUs of the driver",
                report.gpus().isEmpty()
                        ? Optional.empty()
                        : Optional.of(String.join(", ", report.gpus().names())));
        advice.setText(String.join("\n", report.advice()));
        retry.setVisible(report.crash().isPresent());
        revalidate();
    }

    private void set(String name, Optional<String> value) {
        values.get(name).setText(value.orElse(NONE));
    }

    private void chooseBuild() {
        String[] builds = engine.flavors().toArray(String[]::new);
        if (builds.length == 0) {
            work.run("Looking…", () -> engine.offer(EngineManager.AUTO), offer -> {});
            return; // which tells why not
        }
        work.run(
                "Looking…",
                () -> engine.report().wanted().flavor().name(),
                wanted -> {
                    Object build =
                            JOptionPane.showInputDialog(
                                    this,
                                    "Which build? For this machine: " + wanted,
                                    TITLE,
                                    JOptionPane.QUESTION_MESSAGE,
                                    null,
                                    builds,
                                    wanted);
                    if (build != null) {
                        install(build.toString());
                    }
                });
    }

    private void install(String build) {
        work.run(
                "Looking…",
                () -> engine.offer(build),
                offer -> {
                    if (Dialogs.agrees(this, TITLE, EngineDialogs.question(offer), "Download")) {
                        download(offer);
                    }
                });
    }

    private void download(EngineOffer offer) {
        boolean runs = engine.isStarted();
        work.run(
                "Downloading…",
                () -> {
                    try (DownloadWindow window = new DownloadWindow(TITLE)) {
                        return engine.install(offer, window);
                    }
                },
                folder -> {
                    if (runs) {
                        JOptionPane.showMessageDialog(this, "Restart ImageJ to use the new build.");
                    }
                    refresh();
                });
    }

    private void reset() {
        boolean sure =
                Dialogs.agrees(
                        this,
                        TITLE,
                        "Remove PyTorch as it was downloaded or unpacked for OneModel, and what"
                                + " broken downloads have left? A library that"
                                + " PYTORCH_LIBRARY_PATH names stays.",
                        "Remove");
        if (sure) {
            work.run(
                    "Removing…",
                    engine::reset,
                    removed -> {
                        JOptionPane.showMessageDialog(this, Dialogs.wrapped(words(removed)));
                        refresh();
                    });
        }
    }

    private static String words(List<Path> removed) {
        return removed.isEmpty()
                ? "There was nothing to remove."
                : "Removed:\n"
                        + removed.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }

    private void retry() {
        work.run(
                "Looking…",
                () -> engine.report().crash(),
                crash ->
                        crash.filter(
                                        last ->
                                                Dialogs.agrees(
                                                        this,
                                                        TITLE,
                                                        EngineDialogs.question(last),
                                                        "Try again"))
                                .ifPresent(
                                        last ->
                                                work.run(
                                                        "Starting…",
                                                        engine::retry,
                                                        status -> refresh())));
    }
}
