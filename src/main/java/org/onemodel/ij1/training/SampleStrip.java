/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.io.Opener;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * One window with the last sample picture, enlarged if it is small.
 *
 * <p>For the event dispatch thread.
 */
final class SampleStrip {

    private static final int SMALLEST_WIDTH = 600;

    private final LiveImage window;
    private Path waiting;
    private int iteration;

    /**
     * A strip that opens with the first picture.
     *
     * @param place puts its window where it belongs
     */
    SampleStrip(Consumer<ImageWindow> place) {
        window = new LiveImage(place);
    }

    /** Takes a new picture, a PNG file. */
    void add(int at, Path picture) {
        iteration = at;
        waiting = picture;
    }

    /**
     * Shows the picture that has come since the last call.
     *
     * @param title starts the window's title
     */
    void update(String title) {
        if (waiting == null) {
            return;
        }
        ImagePlus picture = new Opener().openImage(waiting.toString());
        waiting = null;
        if (picture != null) { // its user may have removed the file
            String text =
                    "%s, iteration %d: input, output, target, noise maps"
                            .formatted(title, iteration);
            window.show(text, enlarged(picture.getProcessor()));
        }
    }

    private static ImageProcessor enlarged(ImageProcessor picture) {
        int factor = Math.max(1, SMALLEST_WIDTH / picture.getWidth());
        picture.setInterpolationMethod(ImageProcessor.NONE);
        return picture.resize(factor * picture.getWidth(), factor * picture.getHeight());
    }
}
