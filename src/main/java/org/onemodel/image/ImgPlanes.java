/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The planes of an ImgLib2 image: dimensions 0 and 1 are x and y, further dimensions are run
 * through in their order, the third fastest.
 *
 * <p>Each plane is read when it is asked for and has one channel. Minima other than 0 are allowed.
 * The image is not modified.
 */
public final class ImgPlanes implements Planes {

    private final RandomAccessibleInterval<? extends RealType<?>> image;
    private final int width;
    private final int height;
    private final int count;

    /**
     * The planes of an image.
     *
     * @param image an image of at least two dimensions and one pixel
     * @throws IllegalArgumentException if the image has fewer dimensions, no pixels, or 2^31
     *     planes, columns or rows
     */
    public ImgPlanes(RandomAccessibleInterval<? extends RealType<?>> image) {
        Objects.requireNonNull(image, "image");
        if (image.numDimensions() < 2) {
            throw new IllegalArgumentException(
                    "The image has "
                            + image.numDimensions()
                            + " dimensions; expected at least 2, x and y.");
        }
        long planes = 1;
        boolean empty = false;
        for (int d = 0; d < image.numDimensions(); d++) {
            empty |= image.dimension(d) < 1;
            planes = d < 2 ? planes : Math.multiplyExact(planes, image.dimension(d));
        }
        if (empty) {
            throw new IllegalArgumentException(
                    "The image has no pixels; expected at least one along each dimension.");
        }
        if (Math.max(image.dimension(0), image.dimension(1)) > Integer.MAX_VALUE
                || planes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The image has "
                            + planes
                            + " planes of "
                            + image.dimension(0)
                            + " x "
                            + image.dimension(1)
                            + " pixels; expected less than 2^31 planes, columns and rows, so crop"
                            + " it first.");
        }
        this.image = image;
        this.width = (int) image.dimension(0);
        this.height = (int) image.dimension(1);
        this.count = (int) planes;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RowSource rows(int index) {
        int rest = Objects.checkIndex(index, count);
        RandomAccessibleInterval<? extends RealType<?>> slice = image;
        for (int d = 2; d < image.numDimensions(); d++) {
            int size = (int) image.dimension(d);
            slice = Views.hyperSlice(slice, 2, image.min(d) + rest % size);
            rest /= size;
        }
        return new IntervalRows(slice);
    }

    /** Lengths of all dimensions of the image, in pixels. */
    long[] dimensions() {
        return image.dimensionsAsLongArray();
    }
}
