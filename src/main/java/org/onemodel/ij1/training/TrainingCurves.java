/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures of a run over its iterations, as they come. */
final class TrainingCurves {

    private final Map<String, List<double[]>> points = new TreeMap<>();

    /**
     * Adds a point to each curve named.
     *
     * @param iteration iterations done
     * @param figures values by the curve's name; those that are not finite are left out
     */
    void add(int iteration, Map<String, Double> figures) {
        figures.forEach(
                (name, value) -> {
                    if (Double.isFinite(value)) {
                        points.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(new double[] {iteration, value});
                    }
                });
    }

    /** Iterations and values by name, as plots take them. */
    Map<String, double[][]> arrays() {
        Map<String, double[][]> arrays = new TreeMap<>();
        points.forEach(
                (name, curve) -> arrays.put(name, new double[][] {side(curve, 0), side(curve, 1)}));
        return arrays;
    }

    private static double[] side(List<double[]> curve, int index) {
        return curve.stream().mapToDouble(point -> point[index]).toArray();
    }
}
