/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.process.ImageProcessor;
import java.util.function.Consumer;

/**
 * A window whose picture changes in place; once its user has closed it, it stays closed.
 *
 * <p>For the event dispatch thread.
 */
final class LiveImage {

    private final Consumer<ImageWindow> place;
    private ImagePlus image;

    /**
     * A window that opens with the first picture.
     *
     * @param place puts it where it belongs
     */
    LiveImage(Consumer<ImageWindow> place) {
        this.place = place;
    }

    /**
     * Shows a picture in place of the one before.
     *
     * @param title the window's title
     * @param picture RGB
     */
    void show(String title, ImageProcessor picture) {
        if (image == null) {
            image = new ImagePlus(title, picture);
            image.show();
            place.accept(image.getWindow());
        } else if (image.isVisible()) {
            image.setProcessor(title, picture);
        }
        image.changes = false; // closing it asks nothing: the run keeps its pictures
    }
}
