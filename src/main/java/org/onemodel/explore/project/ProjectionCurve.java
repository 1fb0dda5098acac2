/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import org.onemodel.image.figure.LineChart;

/**
 * How near the answer came, step by step; immutable.
 *
 * <p>Each point is of the best answer until then, so that the error never grows. On a plane of
 * several tiles it is the mean over the plane of the tiles' own errors, weighted as the tiles are
 * blended; the error of the blended image is no larger, as blending averages.
 *
 * @param title what was projected
 * @param points of step 0, 1 and so on
 */
public record ProjectionCurve(String title, List<CurvePoint> points) {

    /** Copies the points. */
    public ProjectionCurve {
        points = List.copyOf(points);
    }

    /**
     * The first point.
     *
     * @return that of the start
     */
    public CurvePoint start() {
        return points.get(0);
    }

    /**
     * The last point.
     *
     * @return that of the result
     */
    public CurvePoint end() {
        return points.get(points.size() - 1);
    }

    /**
     * The curve as a table.
     *
     * @return one row a step with the columns step, psnr, mse and, where it was measured, lpips
     */
    public ResultsTable table() {
        ResultsTable table = new ResultsTable();
        points.forEach(point -> addRow(table, point));
        return table;
    }

    /**
     * Adds the curve to a table of several images.
     *
     * @param table gets a row for each step with the columns image, step, psnr, mse and, where it
     *     was measured, lpips
     */
    public void addTo(ResultsTable table) {
        for (CurvePoint point : points) {
            table.addRow();
            table.addValue("image", title);
            add(table, point);
        }
    }

    private static void addRow(ResultsTable table, CurvePoint point) {
        table.addRow();
        add(table, point);
    }

    private static void add(ResultsTable table, CurvePoint point) {
        table.addValue("step", point.step());
        table.addValue("psnr", point.psnr());
        table.addValue("mse", point.mse());
        point.lpips().ifPresent(lpips -> table.addValue("lpips", lpips));
    }

    /**
     * The curve as a picture: PSNR against the step.
     *
     * @return a new image, not shown
     */
    public ImagePlus plot() {
        double[] steps = points.stream().mapToDouble(CurvePoint::step).toArray();
        double[] psnr = points.stream().mapToDouble(CurvePoint::psnr).toArray();
        return new LineChart(title + " projection curve", "step", "PSNR (dB)")
                .withCurve("PSNR", steps, psnr)
                .image();
    }
}
