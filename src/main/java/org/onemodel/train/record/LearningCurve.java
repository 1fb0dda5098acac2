/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.record;

import ij.gui.Plot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The learning curve of a run: validation figures over iterations, read from its history. */
public final class LearningCurve {

    private static final String[] COLOURS = {
        "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f"
    };
    private static final int WIDTH = 800;
    private static final int HEIGHT = 450;

    private LearningCurve() {}

    /**
     * The curve as a plot.
     *
     * @param title of the plot
     * @param axis label of the vertical axis, with its unit
     * @param history the history
     * @param names the columns to draw; those without a value are left out
     * @return the plot; its window is the caller's to open
     * @throws IOException if the history cannot be read
     */
    public static Plot plot(String title, String axis, History history, List<String> names)
            throws IOException {
        Map<String, double[][]> curves = new TreeMap<>();
        for (String name : names) {
            curves.put(name, history.column(name));
        }
        return plot(title, axis, curves, "bottom-right");
    }

    /**
     * Any curves over iterations in the same style.
     *
     * @param title of the plot
     * @param axis label of the vertical axis, with its unit
     * @param curves iterations and values by name; those without a value are left out
     * @param legend where the names stand, in ImageJ's words such as {@code bottom-right}
     * @return the plot; its window is the caller's to open
     */
    public static Plot plot(
            String title, String axis, Map<String, double[][]> curves, String legend) {
        Plot plot = new Plot(title, "iteration", axis);
        plot.setSize(WIDTH, HEIGHT);
        List<String> drawn = new ArrayList<>();
        curves.forEach(
                (name, curve) -> {
                    if (curve[0].length > 0) {
                        plot.setColor(COLOURS[drawn.size() % COLOURS.length]);
                        plot.setLineWidth(2);
                        plot.add(curve[0].length == 1 ? "circle" : "line", curve[0], curve[1]);
                        drawn.add(name);
                    }
                });
        plot.setColor("black");
        plot.setLineWidth(1);
        plot.setLimitsToFit(false);
        if (!drawn.isEmpty()) {
            plot.addLegend(String.join("\n", drawn), legend);
        }
        return plot;
    }

    /**
     * Writes the curve as a PNG file; nothing where no figure was measured yet.
     *
     * @param file the file
     * @param plot the plot
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Plot plot) throws IOException {
        SamplePicture.write(plot.getImagePlus().getProcessor().getBufferedImage(), file);
    }
}
