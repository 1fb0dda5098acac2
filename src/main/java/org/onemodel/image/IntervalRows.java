/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * The rows of a two-dimensional ImgLib2 image.
 *
 * @param image the image, less than 2^31 pixels wide and high
 */
record IntervalRows(RandomAccessibleInterval<? extends RealType<?>> image) implements RowSource {

    @Override
    public int width() {
        return (int) image.dimension(0);
    }

    @Override
    public int height() {
        return (int) image.dimension(1);
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public void read(int y, int rows, float[][] target) {
        read(0, y, width(), rows, target);
    }

    @Override
    public void read(int x, int y, int columns, int rows, float[][] target) {
        long left = image.min(0) + x;
        long top = image.min(1) + y;
        Cursor<? extends RealType<?>> pixels =
                Views.flatIterable(
                                Views.interval(
                                        image,
                                        Intervals.createMinMax(
                                                left, top, left + columns - 1, top + rows - 1)))
                        .cursor();
        for (int i = 0; i < rows * columns; i++) {
            target[0][i] = pixels.next().getRealFloat();
        }
    }
}
