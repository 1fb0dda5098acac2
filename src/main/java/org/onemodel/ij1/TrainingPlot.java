/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.Map;
import org.onemodel.train.record.LearningCurve;

/**
 * One window with the losses above and the validation below, over the same iterations.
 *
 * <p>For the event dispatch thread.
 */
final class TrainingPlot {

    private final LiveImage window = new LiveImage();
    private final TrainingCurves losses = new TrainingCurves();
    private final TrainingCurves validation = new TrainingCurves();
    private int first;
    private int last;
    private boolean changed;

    /** Begins the horizontal axis. */
    void start(int iteration) {
        first = iteration;
        last = iteration;
    }

    /** Adds the losses of a line of the history. */
    void addLosses(int iteration, Map<String, Double> figures) {
        add(losses, iteration, figures);
    }

    /** Adds the figures of a validation, in dB. */
    void addValidation(int iteration, Map<String, Double> figures) {
        add(validation, iteration, figures);
    }

    private void add(TrainingCurves curves, int iteration, Map<String, Double> figures) {
        curves.add(iteration, figures);
        last = iteration;
        changed = true;
    }

    /**
     * Draws what has come since the last call.
     *
     * @param title the window's title
     */
    void update(String title) {
        if (changed) {
            changed = false;
            Plot above = LearningCurve.plot(title, "loss", losses.arrays(), "top-right");
            above.setAxisYLog(true);
            Plot below =
                    LearningCurve.plot(
                            title, "validation PSNR (dB)", validation.arrays(), "bottom-right");
            window.show(title, join(picture(above), picture(below)));
        }
    }

    private ImageProcessor picture(Plot plot) {
        plot.setLimits(first, Math.max(last, first + 1), Double.NaN, Double.NaN);
        return plot.getProcessor();
    }

    private static ImageProcessor join(ImageProcessor above, ImageProcessor below) {
        ImageProcessor joined =
                new ColorProcessor(
                        Math.max(above.getWidth(), below.getWidth()),
                        above.getHeight() + below.getHeight());
        joined.insert(above.convertToRGB(), 0, 0);
        joined.insert(below.convertToRGB(), 0, above.getHeight());
        return joined;
    }
}
