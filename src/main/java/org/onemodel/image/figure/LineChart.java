/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.util.Tools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;

/**
 * Curves over one axis, as ImageJ plots them. Immutable.
 *
 * <p>Its image works everywhere: where there are windows, it opens as ImageJ's own plot, whose
 * values can be listed and saved; without a user interface it is an RGB image with the same plot;
 * and where Java finds no fonts, which ImageJ's plots need, the same curves are drawn without.
 *
 * @param title of the image; it is not drawn
 * @param xAxis what the horizontal axis is, with its unit
 * @param yAxis what the vertical axis is, with its unit
 * @param logarithmic whether the vertical axis has equal steps for equal factors; values that are
 *     not above 0 are then left out, and if none is, the axis is linear
 * @param curves the curves, drawn one above the other
 */
public record LineChart(
        String title, String xAxis, String yAxis, boolean logarithmic, List<Curve> curves) {

    /** Width of the image in pixels. */
    static final int WIDTH = 800;

    /** Height of the image in pixels. */
    static final int HEIGHT = 450;

    private static final String[] COLOURS = {
        "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f"
    };
    private static final String ANYWHERE = "auto";
    private static final double MARGIN = 1.1; // beyond the values, on an axis of logarithms
    private static final int LINE = 2;

    /** A chart; see the record's parameters. */
    public LineChart {
        curves = List.copyOf(curves);
    }

    /**
     * A chart without curves and with a linear axis.
     *
     * @param title of the image
     * @param xAxis what the horizontal axis is, with its unit
     * @param yAxis what the vertical axis is, with its unit
     */
    public LineChart(String title, String xAxis, String yAxis) {
        this(title, xAxis, yAxis, false, List.of());
    }

    /**
     * With one more curve.
     *
     * @param name stands in the legend
     * @param x where its points lie, ascending
     * @param y their values; one that is not finite breaks the line
     * @return a new chart
     * @throws IllegalArgumentException if there are not as many x as y
     */
    public LineChart withCurve(String name, double[] x, double[] y) {
        List<Curve> more = new ArrayList<>(curves);
        more.add(new Curve(name, x, y));
        return new LineChart(title, xAxis, yAxis, logarithmic, more);
    }

    /**
     * With a vertical axis that has equal steps for equal factors.
     *
     * @return a new chart
     */
    public LineChart withLogarithmicAxis() {
        return new LineChart(title, xAxis, yAxis, true, curves);
    }

    /**
     * The chart as an image; it works on any machine.
     *
     * @return an RGB image, not shown, that opens as a plot; a macro's {@code Plot.getValues} reads
     *     its first curve, without a user interface, too
     */
    public ImagePlus image() {
        if (!JavaFonts.areThere()) {
            return drawn();
        }
        Plot plot = plot(ANYWHERE);
        ImagePlus image = plot.getImagePlus();
        image.setPlot(plot);
        return withValues(image);
    }

    /** The chart without ImageJ's plot. */
    ImagePlus drawn() {
        return withValues(new ImagePlus(title, new DrawnChart(this).draw()));
    }

    /** Where there is no window of a plot, macros find its values here, as with ImageJ's own. */
    private ImagePlus withValues(ImagePlus image) {
        if (!shown().isEmpty()) {
            Curve first = shown().get(0);
            image.setProperty("XValues", Tools.toFloat(first.x()));
            image.setProperty("YValues", Tools.toFloat(first.y()));
        }
        return image;
    }

    /**
     * The chart as ImageJ's plot.
     *
     * @param legend where the names stand, in ImageJ's words such as {@code bottom-right} or {@code
     *     auto}
     * @return the plot; its window is the caller's to open
     */
    public Plot plot(String legend) {
        Plot plot = new Plot(title, xAxis, yAxis);
        plot.setSize(WIDTH, HEIGHT);
        List<Curve> shown = shown();
        for (int i = 0; i < shown.size(); i++) {
            Curve curve = shown.get(i);
            plot.setColor(colour(i));
            plot.setLineWidth(LINE);
            plot.add(curve.size() == 1 ? "circle" : "line", curve.x(), curve.y());
        }
        plot.setColor("black");
        plot.setLineWidth(1);
        if (isLogarithmic()) {
            plot.setAxisYLog(true);
            DoubleSummaryStatistics x = range(Curve::x);
            DoubleSummaryStatistics y = range(Curve::y);
            double right = x.getMax() > x.getMin() ? x.getMax() : x.getMin() + 1;
            plot.setLimits(x.getMin(), right, y.getMin() / MARGIN, y.getMax() * MARGIN);
        } else {
            plot.setLimitsToFit(false);
        }
        if (!shown.isEmpty()) {
            plot.addLegend(String.join("\n", shown.stream().map(Curve::name).toList()), legend);
        }
        return plot;
    }

    /** The colour of a curve, as {@code #rrggbb}. */
    static String colour(int curve) {
        return COLOURS[curve % COLOURS.length];
    }

    /** The curves that have points, with what their axis can show. */
    List<Curve> shown() {
        boolean positive = isLogarithmic();
        return curves.stream()
                .filter(curve -> curve.size() > 0)
                .map(curve -> positive ? curve.positive() : curve)
                .toList();
    }

    /** Whether the vertical axis is one of logarithms. */
    boolean isLogarithmic() {
        return logarithmic
                && curves.stream()
                        .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                        .anyMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY);
    }

    /** The finite coordinates of the curves that are shown. */
    DoubleSummaryStatistics range(Function<Curve, double[]> coordinates) {
        return shown().stream()
                .map(coordinates)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
    }
}
