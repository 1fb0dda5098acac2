/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.time.Duration;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.WindowConstants;
import org.onemodel.fetch.DownloadMonitor;
import org.onemodel.fetch.DownloadProgress;
import org.onemodel.fetch.VerifiedDownload;

/** A small window that shows how far downloads are, and cancels them. */
final class DownloadWindow implements DownloadMonitor {

    private static final int GAP = 8;
    private static final int WIDTH = 460;
    private static final int STEPS = 1000;
    private static final double MEGA = 1e6;

    private final String title;
    private final Thread worker = Thread.currentThread();

    // These belong to the event dispatch thread.
    private JFrame frame;
    private JLabel file;
    private JLabel state;
    private JProgressBar bar;
    private boolean closed;

    /**
     * Opens the window; called on the thread that waits for the downloads, which Cancel interrupts.
     *
     * @param title the window's title
     */
    DownloadWindow(String title) {
        this.title = title;
        EventQueue.invokeLater(this::open);
    }

    private void open() {
        frame = new JFrame(title);
        file = new JLabel(" ");
        state = new JLabel("Waiting for the server…");
        bar = new JProgressBar(0, STEPS);
        bar.setIndeterminate(true);
        JButton cancel = new JButton("Cancel");
        cancel.setToolTipText("Stops; what came is kept for the next time");
        cancel.addActionListener(
                event -> {
                    cancel.setEnabled(false);
                    state.setText("Canceling…");
                    worker.interrupt();
                });
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 0, 0));
        buttons.add(cancel);
        JPanel below = new JPanel(new BorderLayout(GAP, GAP));
        below.add(state, BorderLayout.CENTER);
        below.add(buttons, BorderLayout.EAST);
        JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
        panel.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        panel.add(file, BorderLayout.NORTH);
        panel.add(bar, BorderLayout.CENTER);
        panel.add(below, BorderLayout.SOUTH);
        frame.setContentPane(panel);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE); // Cancel ends it
        frame.pack();
        frame.setSize(Math.max(WIDTH, frame.getWidth()), frame.getHeight());
        frame.setLocationRelativeTo(null);
        frame.setVisible(!closed);
    }

    @Override
    public DownloadProgress of(VerifiedDownload download) {
        EventQueue.invokeLater(
                () -> {
                    file.setText(download.fileName());
                    file.setToolTipText(download.source().toString());
                });
        return new DownloadProgress() {
            @Override
            public void update(long received, long total) {
                EventQueue.invokeLater(() -> show(received, total));
            }

            @Override
            public void retrying(String reason, Duration pause) {
                EventQueue.invokeLater(
                        () -> state.setText(reason + "; again in " + pause.toSeconds() + " s"));
            }
        };
    }

    private void show(long received, long total) {
        bar.setIndeterminate(total <= 0 || received == total);
        bar.setValue(total <= 0 ? 0 : (int) (STEPS * received / total));
        state.setText(words(received, total));
    }

    private static String words(long received, long total) {
        if (received == total) {
            return "Checking and unpacking…";
        }
        return total < 0
                ? String.format(Locale.ROOT, "%.1f MB", received / MEGA)
                : String.format(Locale.ROOT, "%.1f of %.1f MB", received / MEGA, total / MEGA);
    }

    @Override
    public void close() {
        EventQueue.invokeLater(
                () -> {
                    closed = true;
                    frame.dispose();
                });
    }
}
