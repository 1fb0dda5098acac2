/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import ij.gui.ImageWindow;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.function.Consumer;
import org.onemodel.train.record.LearningCurve;

/**
 * One window with the losses above and the validation below, over the same iterations.
 *
 * <p>For the event dispatch thread.
 */
final class TrainingPlot {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 250;
    private static final double MARGIN = 1.1;

    /** Room for the legend below the curves, as a share of their range. */
    private static final double LEGEND = 0.9;

    private final LiveImage window;
    private final TrainingCurves losses = new TrainingCurves();
    private final TrainingCurves validation = new TrainingCurves();
    private int first;
    private int last;
    private boolean changed;

    /**
     * A plot that opens with the first figures.
     *
     * @param place puts its window where it belongs
     */
    TrainingPlot(Consumer<ImageWindow> place) {
        window = new LiveImage(place);
    }

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
            window.show(title, join(losses(), validation()));
        }
    }

    /**
     * Losses fall by orders of magnitude; those that are 0 or less have no place on such an axis.
     */
    private ImageProcessor losses() {
        Map<String, double[][]> curves = losses.arrays();
        Plot plot = LearningCurve.plot("", "loss", curves, "top-right");
        DoubleSummaryStatistics range = range(curves);
        boolean logarithmic = range.getMin() > 0 && range.getMax() < Double.POSITIVE_INFINITY;
        plot.setAxisYLog(logarithmic);
        return logarithmic
                ? picture(plot, range.getMin() / MARGIN, range.getMax() * MARGIN)
                : picture(plot, Double.NaN, Double.NaN);
    }

    private ImageProcessor validation() {
        Map<String, double[][]> curves = validation.arrays();
        Plot plot = LearningCurve.plot("", "validation PSNR (dB)", curves, "bottom-right");
        DoubleSummaryStatistics range = range(curves);
        double span = range.getMax() - range.getMin();
        return span > 0
                ? picture(plot, range.getMin() - LEGEND * span, range.getMax() + span / 10)
                : picture(plot, Double.NaN, Double.NaN);
    }

    /** Over all curves: infinite, and upside down, where there is no point. */
    private static DoubleSummaryStatistics range(Map<String, double[][]> curves) {
        return curves.values().stream()
                .flatMapToDouble(curve -> Arrays.stream(curve[1]))
                .summaryStatistics();
    }

    private ImageProcessor picture(Plot plot, double low, double high) {
        plot.setSize(WIDTH, HEIGHT);
        plot.setLimits(first, Math.max(last, first + 1), low, high); // NaN fits the curves
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
