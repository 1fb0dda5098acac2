/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.record;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of figures since the last line of the history. */
public final class Means {

    private final Map<String, double[]> sums = new LinkedHashMap<>(); // sum, count

    /** No figures yet. */
    public Means() {}

    /**
     * Takes in what a step gave.
     *
     * @param figures figures by name; each has a mean over the steps that gave it
     */
    public void add(Map<String, Double> figures) {
        figures.forEach(
                (name, value) -> {
                    double[] sum = sums.computeIfAbsent(name, key -> new double[2]);
                    sum[0] += value;
                    sum[1]++;
                });
    }

    /**
     * The means of what was added since the last call.
     *
     * @return by name, a new map
     */
    public Map<String, Double> take() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
        sums.clear();
        return means;
    }
}
