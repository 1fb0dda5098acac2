/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Window;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;
import org.onemodel.train.TrainingListener.Control;

/**
 * A small window that says how a run goes and has its two buttons: Stop, which keeps what was
 * learned, and Cancel.
 *
 * <p>For the event dispatch thread.
 */
final class TrainingControls {

    private static final int ROWS = 4;
    private static final int COLUMNS = 52;
    private static final int GAP = 8;

    private final JFrame frame = new JFrame();
    private final JTextArea text = new JTextArea(ROWS, COLUMNS);
    private final JProgressBar bar = new JProgressBar();
    private final JButton stop = new JButton("Stop");
    private final JButton cancel = new JButton("Cancel");
    private boolean ending;

    /**
     * Opens the window.
     *
     * @param title its title
     * @param place puts it where it belongs
     * @param wish takes what the user wants
     */
    TrainingControls(String title, Consumer<Window> place, Consumer<Control> wish) {
        stop.setToolTipText("Validates, writes the model and ends");
        stop.addActionListener(
                event -> {
                    stop.setEnabled(false);
                    end("Stopping: validating and writing the model…");
                    wish.accept(Control.STOP);
                });
        cancel.setToolTipText("Ends at once; the last snapshot stays");
        cancel.addActionListener(
                event -> {
                    stop.setEnabled(false);
                    cancel.setEnabled(false);
                    end("Canceling after this step…");
                    wish.accept(Control.CANCEL);
                });
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        bar.setStringPainted(true);
        bar.setIndeterminate(true);
        bar.setString("");
        JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
        panel.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        panel.add(bar, BorderLayout.NORTH);
        panel.add(new JScrollPane(text), BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, GAP, 0));
        buttons.add(stop);
        buttons.add(cancel);
        panel.add(buttons, BorderLayout.SOUTH);
        frame.setTitle(title);
        frame.setContentPane(panel);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE); // its buttons end it
        frame.pack();
        place.accept(frame);
        frame.setVisible(true);
    }

    private void end(String message) {
        ending = true;
        text.setText(message);
    }

    /**
     * Shows how far the run is.
     *
     * @param title the window's title
     * @param done iterations done
     * @param iterations iterations in all, 0 if not yet known
     * @param words what to say, unless the run is about to end
     */
    void update(String title, int done, int iterations, String words) {
        frame.setTitle(title);
        bar.setIndeterminate(iterations == 0);
        bar.setMaximum(iterations);
        bar.setValue(done);
        bar.setString(iterations == 0 ? "" : done + " of " + iterations);
        if (!ending && !words.equals(text.getText())) {
            text.setText(words);
        }
    }

    /** Closes the window. */
    void close() {
        frame.dispose();
    }
}
