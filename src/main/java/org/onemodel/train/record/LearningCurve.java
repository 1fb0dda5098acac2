/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.record;

import ij.gui.Plot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onemodel.image.figure.LineChart;

/** The learning curve of a run: validation figures over iterations, read from its history. */
public final class LearningCurve {

    private LearningCurve() {}

    /**
     * The curve as a chart.
     *
     * @param title of the chart
     * @param axis label of the vertical axis, with its unit
     * @param history the history
     * @param names the columns to draw; those without a value are left out
     * @return the chart
     * @throws IOException if the history cannot be read
     */
    public static LineChart chart(String title, String axis, History history, List<String> names)
            throws IOException {
        Map<String, double[][]> curves = new TreeMap<>();
        for (String name : names) {
            curves.put(name, history.column(name));
        }
        return chart(title, axis, curves);
    }

    private static LineChart chart(String title, String axis, Map<String, double[][]> curves) {
        LineChart chart = new LineChart(title, "iteration", axis);
        for (Map.Entry<String, double[][]> curve : curves.entrySet()) {
            double[][] values = curve.getValue();
            chart = chart.withCurve(curve.getKey(), values[0], values[1]);
        }
        return chart;
    }

    /**
     * Any curves over iterations in the same style.
     *
     * @param title of the plot
     * @param axis label of the vertical axis, with its unit
     * @param curves iterations and values by name; those without a value are left out
     * @param legend where the names stand, in ImageJ's words such as {@code bottom-right} or {@code
     *     auto}
     * @return the plot; its window is the caller's to open
     */
    public static Plot plot(
            String title, String axis, Map<String, double[][]> curves, String legend) {
        return chart(title, axis, curves).plot(legend);
    }

    /**
     * Writes the curve as a PNG file, on machines whose Java has no fonts, too.
     *
     * @param file the file
     * @param chart the curve
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, LineChart chart) throws IOException {
        SamplePicture.write(chart.image().getProcessor().getBufferedImage(), file);
    }
}
