/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import ij.process.ColorProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** A chart drawn with our own lines and letters, where ImageJ's plots can't be. */
final class DrawnChart {

    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;
    private static final int GREY = 0xd0d0d0;
    private static final Lettering LETTERS = new Lettering(10);
    private static final int SPACE = 7;
    private static final int SAMPLE = 24; // of a line in the legend

    private final LineChart chart;
    private final List<Curve> curves;
    private final Axis x;
    private final Axis y;
    private final Rectangle frame;
    private final ColorProcessor image = new ColorProcessor(LineChart.WIDTH, LineChart.HEIGHT);

    DrawnChart(LineChart chart) {
        this.chart = chart;
        curves = chart.shown();
        DoubleSummaryStatistics across = chart.range(Curve::x);
        DoubleSummaryStatistics up = chart.range(Curve::y);
        x = Axis.around(across.getMin(), across.getMax(), false);
        y = Axis.around(up.getMin(), up.getMax(), chart.isLogarithmic());
        int left = 3 * SPACE + LETTERS.lineHeight() + widestNumber();
        int below = 2 * SPACE + 2 * LETTERS.lineHeight() + LETTERS.descent();
        frame =
                new Rectangle(
                        left,
                        2 * SPACE,
                        LineChart.WIDTH - left - 4 * SPACE,
                        LineChart.HEIGHT - 2 * SPACE - below);
    }

    private int widestNumber() {
        return y.ticks().stream().map(y::text).mapToInt(LETTERS::width).max().orElse(0);
    }

    ColorProcessor draw() {
        image.setColor(WHITE);
        image.fill();
        drawGrid();
        drawAxes();
        for (int i = 0; i < curves.size(); i++) {
            pen(2, colour(i)).draw(lines(curves.get(i)));
        }
        drawLegend();
        return image;
    }

    private Pen pen(double width, int colour) {
        return new Pen(image, width, colour);
    }

    private static int colour(int curve) {
        return Integer.decode(LineChart.colour(curve));
    }

    private double column(double value) {
        return frame.x + x.at(value) * frame.width;
    }

    private double row(double value) {
        return frame.y + (1 - y.at(value)) * frame.height;
    }

    private void drawGrid() {
        int right = frame.x + frame.width;
        int bottom = frame.y + frame.height;
        List<double[]> grid = new ArrayList<>();
        for (double tick : x.ticks()) {
            double at = Math.rint(column(tick));
            grid.add(new double[] {at, frame.y, at, bottom});
            String text = x.text(tick);
            int baseline = bottom + SPACE + LETTERS.capital();
            LETTERS.draw(image, text, (int) at - LETTERS.width(text) / 2, baseline);
        }
        for (double tick : y.ticks()) {
            double at = Math.rint(row(tick));
            grid.add(new double[] {frame.x, at, right, at});
            String text = y.text(tick);
            int end = frame.x - SPACE;
            LETTERS.draw(image, text, end - LETTERS.width(text), (int) at + LETTERS.capital() / 2);
        }
        pen(1, GREY).draw(grid);
        double[] border = {
            frame.x, frame.y, right, frame.y, right, bottom, frame.x, bottom, frame.x, frame.y
        };
        pen(1, BLACK).draw(List.of(border));
    }

    private void drawAxes() {
        String across = chart.xAxis();
        int middle = frame.x + (frame.width - LETTERS.width(across)) / 2;
        LETTERS.draw(image, across, middle, LineChart.HEIGHT - SPACE - LETTERS.descent());
        ColorProcessor upright =
                new ColorProcessor(
                        Math.max(1, LETTERS.width(chart.yAxis())),
                        LETTERS.lineHeight() + LETTERS.descent());
        upright.setColor(WHITE);
        upright.fill();
        LETTERS.draw(upright, chart.yAxis(), 0, LETTERS.lineHeight() - 1);
        int top = frame.y + (frame.height - upright.getWidth()) / 2;
        image.insert(upright.rotateLeft(), 0, Math.max(0, top));
    }

    /** The parts of a curve between values that are not finite. */
    private List<double[]> lines(Curve curve) {
        List<double[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= curve.size(); i++) {
            if (i == curve.size() || !isFinite(curve, i)) {
                if (i > start) {
                    lines.add(line(curve, start, i));
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private static boolean isFinite(Curve curve, int i) {
        return Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i]);
    }

    private double[] line(Curve curve, int from, int to) {
        if (to - from == 1) {
            return circle(column(curve.x()[from]), row(curve.y()[from]));
        }
        double[] points = new double[2 * (to - from)];
        for (int i = from; i < to; i++) {
            points[2 * (i - from)] = column(curve.x()[i]);
            points[2 * (i - from) + 1] = row(curve.y()[i]);
        }
        return points;
    }

    private static double[] circle(double x, double y) {
        double[] points = new Stroke.Arc(0, 0, 4, 4, 0, 2 * Math.PI).points(1);
        for (int i = 0; i < points.length; i += 2) {
            points[i] += x;
            points[i + 1] += y;
        }
        return points;
    }

    /** In the right corner in which fewer points lie. */
    private void drawLegend() {
        if (curves.isEmpty()) {
            return;
        }
        int widest = curves.stream().map(Curve::name).mapToInt(LETTERS::width).max().orElse(0);
        int width = widest + SAMPLE + 3 * SPACE;
        int height = curves.size() * LETTERS.lineHeight() + SPACE;
        int left = frame.x + frame.width - width - SPACE;
        Rectangle above = new Rectangle(left, frame.y + SPACE, width, height);
        Rectangle below =
                new Rectangle(left, frame.y + frame.height - height - SPACE, width, height);
        Rectangle box = points(below) < points(above) ? below : above;
        image.setColor(WHITE);
        image.setRoi(box);
        image.fill();
        image.resetRoi();
        for (int i = 0; i < curves.size(); i++) {
            int baseline = box.y + (i + 1) * LETTERS.lineHeight() - 1;
            double middle = baseline - LETTERS.capital() / 2;
            double start = box.x + SPACE;
            double[] sample = {start, middle, start + SAMPLE, middle};
            pen(2, colour(i)).draw(List.of(sample));
            LETTERS.draw(image, curves.get(i).name(), box.x + SAMPLE + 2 * SPACE, baseline);
        }
    }

    private long points(Rectangle box) {
        return curves.stream()
                .mapToLong(
                        curve -> {
                            long inside = 0;
                            for (int i = 0; i < curve.size(); i++) {
                                inside += contains(box, curve, i) ? 1 : 0;
                            }
                            return inside;
                        })
                .sum();
    }

    private boolean contains(Rectangle box, Curve curve, int i) {
        return isFinite(curve, i)
                && box.contains((int) column(curve.x()[i]), (int) row(curve.y()[i]));
    }
}
