/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.onemodel.image.figure.JavaFonts;
import org.onemodel.image.figure.LineChart;

/** Draws histograms, each with the normal curve of the same mean and standard deviation. */
final class HistogramPlots {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 190;
    private static final int POINTS = 241;
    private static final int WHITE = 0xffffff;
    private static final double SPACE_ABOVE = 1.3;

    private final String model;

    /**
     * Plots.
     *
     * @param model the model's name, for the title
     */
    HistogramPlots(String model) {
        this.model = model;
    }

    /** A stack with a slice a subject, labelled. */
    ImagePlus of(List<SubjectSummary> all) {
        ImageStack stack = null;
        for (SubjectSummary one : all) {
            ImageProcessor slice = JavaFonts.areThere() ? plot(one) : chart(one);
            if (stack == null) {
                stack = new ImageStack(slice.getWidth(), slice.getHeight());
            }
            stack.addSlice(one.subject().name(), slice);
        }
        return new ImagePlus(title(), stack);
    }

    /** All of them in one image, about as wide as high, in rows. */
    ImagePlus sheet(List<SubjectSummary> all) {
        ImageStack plots = of(all).getStack();
        int columns = (int) Math.ceil(Math.sqrt(plots.getSize()));
        int rows = (plots.getSize() + columns - 1) / columns;
        ColorProcessor sheet =
                new ColorProcessor(columns * plots.getWidth(), rows * plots.getHeight());
        sheet.setColor(WHITE);
        sheet.fill();
        for (int i = 0; i < plots.getSize(); i++) {
            sheet.insert(
                    plots.getProcessor(i + 1),
                    i % columns * plots.getWidth(),
                    i / columns * plots.getHeight());
        }
        return new ImagePlus(title(), sheet);
    }

    private String title() {
        return "Histograms of " + model;
    }

    private static ImageProcessor plot(SubjectSummary one) {
        Histogram histogram = one.histogram();
        Summary figures = one.summary();
        double[] x = curve(histogram);
        double[] normal = density(figures, x);
        double top = highest(histogram.density(), figures.deviation() > 0 ? normal : new double[0]);
        Plot plot = new Plot("", "value", "density");
        plot.setFrameSize(WIDTH, HEIGHT);
        plot.setLimits(histogram.low(), histogram.high(), 0, SPACE_ABOVE * top);
        plot.setColor("#7fa7d6", "#b9d0ea");
        plot.add("bar", histogram.middles(), histogram.density());
        if (figures.deviation() > 0) {
            plot.setColor("#c0392b");
            plot.setLineWidth(2);
            plot.add("line", x, normal);
        }
        plot.setColor("black");
        plot.setJustification(Plot.LEFT);
        plot.addLabel(0.02, 0.12, heading(one));
        plot.addLabel(0.02, 0.2, words(figures));
        return plot.getProcessor().convertToRGB();
    }

    /** Without ImageJ's plots, which need fonts: the histogram's outline and the curve. */
    private static ImageProcessor chart(SubjectSummary one) {
        Histogram histogram = one.histogram();
        double[] density = histogram.density();
        double[] edges = new double[2 * density.length + 2];
        double[] heights = new double[edges.length]; // 0 before the first bin and after the last
        for (int i = 0; i < density.length; i++) {
            edges[2 * i + 1] = edges[2 * i] = histogram.low() + i * histogram.width();
            heights[2 * i + 1] = heights[2 * i + 2] = density[i];
        }
        edges[edges.length - 1] = edges[edges.length - 2] = histogram.high();
        LineChart chart =
                new LineChart(heading(one), "value", "density")
                        .withCurve(heading(one), edges, heights);
        if (one.summary().deviation() > 0) {
            double[] x = curve(histogram);
            chart = chart.withCurve(words(one.summary()), x, density(one.summary(), x));
        }
        return chart.image().getProcessor();
    }

    private static double[] curve(Histogram histogram) {
        double[] x = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double share = i / (POINTS - 1.0);
            x[i] = histogram.low() * (1 - share) + histogram.high() * share;
        }
        return x;
    }

    private static double[] density(Summary figures, double[] x) {
        double[] density = new double[x.length];
        if (figures.deviation() > 0) {
            NormalDistribution normal = NormalDistribution.of(figures.mean(), figures.deviation());
            for (int i = 0; i < x.length; i++) {
                density[i] = normal.density(x[i]);
            }
        }
        return density;
    }

    private static double highest(double[]... curves) {
        double highest = 0;
        for (double[] curve : curves) {
            for (double value : curve) {
                highest = Math.max(highest, value);
            }
        }
        return highest > 0 ? highest : 1;
    }

    private static String heading(SubjectSummary one) {
        Subject subject = one.subject();
        return subject.side() == 0 ? subject.name() : subject.name() + ", " + subject.layer();
    }

    private static String words(Summary figures) {
        return String.format(
                Locale.ROOT,
                "mean %.3g, deviation %.3g, W %.3f",
                figures.mean(),
                figures.deviation(),
                figures.shapiroWilkW());
    }
}
