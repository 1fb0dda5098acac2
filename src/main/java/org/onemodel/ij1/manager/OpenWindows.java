/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import ij.IJ;
import ij.gui.GUI;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JFrame;

/** Windows of which one is enough. */
final class OpenWindows {

    private OpenWindows() {}

    /**
     * Brings a window to the front, or opens it.
     *
     * @param type its class
     * @param create makes it, on the event dispatch thread
     */
    static <W extends JFrame> void show(Class<W> type, Supplier<W> create) {
        EventQueue.invokeLater(
                () -> {
                    W window =
                            Stream.of(Frame.getFrames())
                                    .filter(type::isInstance)
                                    .map(type::cast)
                                    .filter(Frame::isDisplayable)
                                    .findFirst()
                                    .orElseGet(() -> placed(create.get()));
                    window.setVisible(true);
                    window.toFront();
                });
    }

    /** Below ImageJ, and wholly on its screen if that is large enough. */
    private static <W extends JFrame> W placed(W window) {
        Frame imageJ = IJ.getInstance();
        if (imageJ == null) {
            window.setLocationRelativeTo(null);
            return window;
        }
        Rectangle screen = GUI.getMaxWindowBounds(imageJ);
        int right = screen.x + screen.width - window.getWidth();
        int lowest = screen.y + screen.height - window.getHeight();
        window.setLocation(
                Math.max(screen.x, Math.min(imageJ.getX(), right)),
                Math.max(screen.y, Math.min(imageJ.getY() + imageJ.getHeight(), lowest)));
        return window;
    }
}
