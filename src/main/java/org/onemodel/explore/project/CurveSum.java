/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Adds up the errors of tiles, step by step, to those of their plane. */
final class CurveSum {

    private final double[] mse;
    private final double[] lpips;
    private boolean hasLpips;

    /** For this many steps, and the start. */
    CurveSum(int steps) {
        mse = new double[steps + 1];
        lpips = new double[steps + 1];
    }

    /**
     * Adds the errors of a tile.
     *
     * @param step the step
     * @param share of the plane, 0 to 1, that the tile stands for
     * @param squares its mean squared error
     * @param distance its LPIPS
     */
    void add(int step, double share, double squares, OptionalDouble distance) {
        mse[step] += share * squares;
        lpips[step] += share * distance.orElse(0);
        hasLpips |= distance.isPresent();
    }

    /** The errors at a step. */
    CurvePoint point(int step) {
        return new CurvePoint(
                step,
                mse[step],
                hasLpips ? OptionalDouble.of(lpips[step]) : OptionalDouble.empty());
    }

    List<CurvePoint> points() {
        return IntStream.range(0, mse.length).mapToObj(this::point).toList();
    }
}
