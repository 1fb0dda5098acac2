/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSink;
import org.onemodel.image.TypeView;
import org.onemodel.restore.LazyOptions;

/**
 * Restores images of ImgLib2, as a whole or lazily, and planes by rows.
 *
 * <p>Of images, dimensions 0 and 1 are x and y; each plane is restored by itself, and all share one
 * range of grey values and one estimate of their noise. Of the options, those that select planes or
 * a region, the normalisation's scope and the output's type don't count here: views of an image and
 * its {@link TypeView} do that.
 *
 * <p>Holds no model: that is the service's, which loads it at the first use. All methods throw
 * {@link org.onemodel.restore.OneModelException} as the service's do. Safe for several threads.
 */
public interface ImgRestorer {

    /**
     * Restores an image as a whole.
     *
     * @param image an image of at least two dimensions
     * @return a new image of the same dimensions, its minimum at 0
     */
    Img<FloatType> restore(RandomAccessibleInterval<? extends RealType<?>> image);

    /**
     * Restores an image block by block, each when it is first looked at; see {@link
     * org.onemodel.restore.Restorer#restoreLazily}. After the service was closed, only blocks that
     * are in memory can be read.
     *
     * @param image an image of at least two dimensions, which must not change any more
     * @return an image of the same dimensions, its minimum at 0, not to be written to
     */
    default RandomAccessibleInterval<FloatType> restoreLazily(
            RandomAccessibleInterval<? extends RealType<?>> image) {
        return restoreLazily(image, LazyOptions.defaults());
    }

    /**
     * Restores an image block by block, each when it is first looked at.
     *
     * @param image an image of at least two dimensions, which must not change any more
     * @param lazily size of the blocks, memory for them, and what tells range and noise
     * @return an image of the same dimensions, its minimum at 0, not to be written to
     */
    RandomAccessibleInterval<FloatType> restoreLazily(
            RandomAccessibleInterval<? extends RealType<?>> image, LazyOptions lazily);

    /**
     * Restores an image block by block to its own type: integers are rounded and kept in the type's
     * range. Values are computed as floats, exact to 24 bits, and the blocks in memory are floats.
     *
     * @param <T> the image's type
     * @param image an image of at least two dimensions, which must not change any more
     * @param lazily size of the blocks, memory for them, and what tells range and noise
     * @return an image of the same type and dimensions, its minimum at 0, not to be written to
     */
    default <T extends RealType<T>> RandomAccessibleInterval<T> restoreLazilyToItsType(
            RandomAccessibleInterval<T> image, LazyOptions lazily) {
        return TypeView.of(restoreLazily(image, lazily), Util.getTypeFromInterval(image));
    }

    /**
     * Restores planes one after another and each by rows, so that neither all nor one of them need
     * be in memory, and nothing is computed twice.
     *
     * @param planes the planes
     * @param channelOf the channel of each plane, from 0; planes of a channel share range and noise
     * @param sinks gives what takes the rows of each plane's result
     */
    void restoreByRows(Planes planes, IntUnaryOperator channelOf, IntFunction<RowSink> sinks);
}
