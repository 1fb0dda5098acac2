/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import static org.onemodel.nn.Shapes.ANY;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.onemodel.lpips.Lpips;
import org.onemodel.nn.Constants;
import org.onemodel.nn.Shapes;

/**
 * How far images of tiles are from what they should be.
 *
 * <p>The mean squared error of a tile is that of the plane's pixels that it stands for, each
 * weighted with its share of the pixel; LPIPS sees the whole tile.
 */
final class TileErrors {

    /** In place of the pixels of a tile that stands for none, whose error then is 0, not 0 / 0. */
    private static final float FEWEST_PIXELS = 1e-6f;

    /**
     * The errors of N tiles.
     *
     * @param mse mean squared errors {@code [N]}
     * @param lpips LPIPS {@code [N]}, if it is measured
     */
    record Errors(NDArray mse, Optional<NDArray> lpips) {}

    private final NDArray target; // [N, C, T, T]
    private final NDArray shares; // [N, 1, T, T]
    private final NDArray values; // [N], values that each tile stands for
    private final Optional<Lpips> lpips;

    /**
     * Errors of tiles.
     *
     * @param target what they should be, {@code [N, 1 or 3, T, T]}
     * @param shares how much of each pixel is the tile's, {@code [N, 1, T, T]}
     * @param lpips measures LPIPS, if wanted
     */
    TileErrors(NDArray target, NDArray shares, Optional<Lpips> lpips) {
        this.target = Shapes.check("target", target, ANY, ANY, ANY, ANY);
        this.shares = shares;
        this.lpips = lpips;
        long channels = target.getShape().get(1);
        try (NDManager scratch = target.getManager().newSubManager()) {
            NDArray sums = flat(shares, scratch).sum(new int[] {1}).maximum(FEWEST_PIXELS);
            NDArray all = Constants.times(sums, channels);
            all.attach(target.getManager());
            values = all;
        }
    }

    /**
     * Compares.
     *
     * @param images {@code [N, 1 or 3, T, T]}; gradients flow to them, results are on their manager
     */
    Errors of(NDArray images) {
        NDArray squares = images.sub(target).square().mul(shares);
        long count = squares.getShape().get(0);
        NDArray mse = squares.reshape(count, -1).sum(new int[] {1}).div(values);
        return new Errors(mse, lpips.map(measure -> distance(measure, images)));
    }

    private NDArray distance(Lpips measure, NDArray images) {
        NDManager scratch = images.getManager();
        NDArray reference = target.reshape(target.getShape());
        reference.attach(scratch);
        return measure.distance(coloured(images), coloured(reference));
    }

    private static NDArray coloured(NDArray images) {
        return images.getShape().get(1) == 1 ? images.repeat(1, 3) : images;
    }

    private static NDArray flat(NDArray array, NDManager scratch) {
        NDArray flat = array.reshape(new Shape(array.getShape().get(0), -1));
        flat.attach(scratch);
        return flat;
    }
}
