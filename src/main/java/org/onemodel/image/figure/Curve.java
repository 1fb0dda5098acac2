/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import java.util.Arrays;

/**
 * A named line of a {@link LineChart}.
 *
 * @param name stands in the legend
 * @param x where its points lie, ascending
 * @param y their values; one that is not finite breaks the line
 */
public record Curve(String name, double[] x, double[] y) {

    /**
     * A curve.
     *
     * @throws IllegalArgumentException if there are not as many x as y
     */
    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
        }
        x = x.clone();
        y = y.clone();
    }

    /** How many points it has. */
    int size() {
        return x.length;
    }

    /** The same without values that an axis of logarithms can't show. */
    Curve positive() {
        return new Curve(name, x, Arrays.stream(y).map(v -> v > 0 ? v : Double.NaN).toArray());
    }
}
