/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command.preview;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import java.awt.image.BufferedImage;
import org.onemodel.image.PartPicture;

/**
 * Shows a picture on an image, which it is no part of.
 *
 * <p>It goes into the list of outlines that ImageJ's canvas draws above the image's own overlay
 * (the one for <i>Show All</i> of the ROI Manager, whose outlines stay in it). So the overlay stays
 * the user's: it can be edited, saved or copied meanwhile, and nothing has to be put back but the
 * list.
 *
 * <p>For one thread at a time.
 */
final class PreviewLayer {

    private final ImagePlus image;
    private ImageCanvas canvas;
    private Overlay before;
    private Overlay list;
    private PartPicture picture;
    private PreviewRoi roi;

    /**
     * A layer without a picture.
     *
     * @param image the image that it is on
     */
    PreviewLayer(ImagePlus image) {
        this.image = image;
    }

    /**
     * Shows a picture in place of the last one.
     *
     * @param next the picture
     * @param drawn the same as it is drawn now
     * @param on the canvas of the image
     */
    void show(PartPicture next, BufferedImage drawn, ImageCanvas on) {
        remove();
        canvas = on;
        picture = next;
        before = canvas.getShowAllList();
        roi = new PreviewRoi(next.part(), drawn, next::isOfShownPlanes, labels());
        list = new PreviewOverlay(image, before, roi);
        canvas.setShowAllList(list);
        canvas.repaint();
    }

    /** ImageJ switches the overlay's labels off when it draws such a list. */
    private Runnable labels() {
        Overlay overlay = image.getOverlay();
        boolean labelled = overlay != null && overlay.getDrawLabels();
        return labelled ? () -> overlay.drawLabels(true) : () -> {};
    }

    /** The picture that is shown, or null. */
    PartPicture picture() {
        return picture;
    }

    /** Draws the picture in other colours. */
    void redraw(BufferedImage drawn) {
        roi.replace(drawn);
        canvas.repaint();
    }

    /** Removes the picture, if there is one; the canvas is as before. */
    void remove() {
        if (picture == null) {
            return;
        }
        if (canvas.getShowAllList() == list) { // else someone has put another one there
            canvas.setShowAllList(before);
        }
        canvas.repaint();
        canvas = null;
        before = null;
        list = null;
        picture = null;
        roi = null;
    }
}
