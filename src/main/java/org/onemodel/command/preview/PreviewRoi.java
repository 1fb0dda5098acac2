/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command.preview;

import ij.gui.Roi;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.function.BooleanSupplier;

/**
 * A picture on an image, in a thin frame, as ImageJ draws outlines; drawn only while it is true of
 * what the image shows.
 *
 * <p>Mouse clicks don't reach it, and ImageJ neither numbers nor saves it.
 */
final class PreviewRoi extends Roi {

    private static final long serialVersionUID = 1;

    private final int column;
    private final int row;
    private final transient BooleanSupplier holds;
    private final transient Runnable drawn;
    private transient BufferedImage picture;

    /**
     * A picture.
     *
     * @param bounds where it is drawn, in pixels of the image
     * @param picture the picture
     * @param holds whether the image shows what the picture was made of; asked at each drawing
     * @param drawn called after each drawing
     */
    PreviewRoi(Rectangle bounds, BufferedImage picture, BooleanSupplier holds, Runnable drawn) {
        super(bounds.x, bounds.y, bounds.width, bounds.height);
        this.column = bounds.x;
        this.row = bounds.y;
        this.picture = picture;
        this.holds = holds;
        this.drawn = drawn;
        setIsCursor(true); // that is, of the moment
    }

    /** Draws another picture of the same size from now on. */
    void replace(BufferedImage next) {
        picture = next;
    }

    @Override
    public void draw(Graphics g) {
        if (holds.getAsBoolean()) {
            int width = picture.getWidth();
            int height = picture.getHeight();
            int left = screenX(column);
            int top = screenY(row);
            int right = screenX(column + width);
            int bottom = screenY(row + height);
            g.drawImage(picture, left, top, right, bottom, 0, 0, width, height, null);
            frame(g);
        }
        drawn.run();
    }

    /** Inside what can be seen, as the picture may reach to the border of the window. */
    private void frame(Graphics g) {
        Rectangle seen = getBounds();
        if (ic != null) {
            seen = seen.intersection(ic.getSrcRect());
        }
        int left = screenX(seen.x);
        int top = screenY(seen.y);
        int right = screenX(seen.x + seen.width) - 1;
        int bottom = screenY(seen.y + seen.height) - 1;
        g.setColor(Color.WHITE);
        g.drawRect(left, top, right - left, bottom - top);
        g.setColor(Color.BLACK);
        g.drawRect(left + 1, top + 1, right - left - 2, bottom - top - 2);
    }

    /** Nothing can be picked up here. */
    @Override
    public boolean contains(int px, int py) {
        return false;
    }

    /** Outlines of the same bounds are others. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
