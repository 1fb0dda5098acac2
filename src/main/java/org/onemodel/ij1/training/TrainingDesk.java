/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import ij.IJ;
import ij.gui.GUI;
import ij.gui.ImageWindow;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Window;

/**
 * Where the windows of a run open: buttons and plot side by side below ImageJ's own window, samples
 * below these, made smaller if the screen is small.
 *
 * <p>For the event dispatch thread.
 */
final class TrainingDesk {

    private static final int GAP = 4;
    private static final int SMALLEST_HEIGHT = 160;

    private final Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
    private final int top;
    private int right;
    private int bottom;

    /** A desk with nothing but ImageJ. */
    TrainingDesk() {
        Frame imageJ = IJ.getInstance();
        top = imageJ.getY() + imageJ.getHeight() + GAP;
        bottom = top;
        right = screen.x;
    }

    /** Puts a window to the right of those before, and closer where it would leave the screen. */
    void addToRow(Window window) {
        int farthest = screen.x + screen.width - window.getWidth();
        window.setLocation(Math.max(screen.x, Math.min(right, farthest)), top);
        right = window.getX() + window.getWidth() + GAP;
        bottom = Math.max(bottom, window.getY() + window.getHeight() + GAP);
    }

    /** Puts a window below all others, as large as there is room. */
    void addBelow(ImageWindow window) {
        int height = screen.y + screen.height - bottom;
        if (height >= SMALLEST_HEIGHT) { // else ImageJ has found a place itself
            window.setLocationAndSize(
                    screen.x,
                    bottom,
                    Math.min(screen.width, window.getWidth()),
                    Math.min(height, window.getHeight()));
        }
    }
}
