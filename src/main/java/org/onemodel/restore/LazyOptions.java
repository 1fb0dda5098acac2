/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * How an image is restored block by block, each when it is first looked at.
 *
 * @param block about how many pixels a block has along x and y; whole strides of the tiles are
 *     taken. Tiles on borders of blocks are computed once for each block: with the usual tiles of
 *     256 pixels, which overlap by 64, that makes (1 + 192 / block)² times the computation of the
 *     image as a whole: 1.44 for 960
 * @param cacheBytes bytes of Java's memory that blocks may take, 4 for each pixel. To be read row
 *     by row without computing anything twice, an image needs as many as one row of blocks has; or
 *     0 for a quarter of what Java may take in all
 * @param sample the image that tells the range of grey values and the noise, if that is to be
 *     another than the image itself: some of its planes, or a part of one
 */
public record LazyOptions(
        int block,
        long cacheBytes,
        Optional<RandomAccessibleInterval<? extends RealType<?>>> sample) {

    private static final LazyOptions DEFAULTS = new LazyOptions(960, 0, Optional.empty());

    /** Of what Java may take in all. */
    private static final int CACHE_SHARE = 4;

    /**
     * Checks the numbers.
     *
     * @throws OneModelException if one is negative, or the block empty
     */
    public LazyOptions {
        if (block < 1) {
            throw new OneModelException(
                    "The side of a block is " + block + "; give a positive number of pixels.");
        }
        if (cacheBytes < 0) {
            throw new OneModelException(
                    "The memory for blocks is "
                            + cacheBytes
                            + " bytes; give a positive number, or 0 for a quarter of Java's memory.");
        }
    }

    /**
     * Blocks of about 960 pixels, a quarter of Java's memory, and range and noise of the whole
     * image.
     *
     * @return the defaults
     */
    public static LazyOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Other blocks.
     *
     * @param value about how many pixels along x and y
     * @return new options
     */
    public LazyOptions withBlock(int value) {
        return new LazyOptions(value, cacheBytes, sample);
    }

    /**
     * Another size of the memory for blocks.
     *
     * @param value bytes, or 0 for a quarter of Java's memory
     * @return new options
     */
    public LazyOptions withCacheBytes(long value) {
        return new LazyOptions(block, value, sample);
    }

    /**
     * Range of grey values and noise are those of another image, so that not all of the image is
     * read for them: such as {@code Views.hyperSlice(image, 2, 10)} or {@code Views.interval(image,
     * new FinalInterval(2000, 2000))}. Noise can't be told from an image that was binned, smoothed
     * or made of single pixels.
     *
     * @param value an image of at least two dimensions
     * @return new options
     */
    public LazyOptions withSample(RandomAccessibleInterval<? extends RealType<?>> value) {
        return new LazyOptions(block, cacheBytes, Optional.of(value));
    }

    /** Bytes that blocks may take. */
    long capacity() {
        return cacheBytes > 0 ? cacheBytes : Runtime.getRuntime().maxMemory() / CACHE_SHARE;
    }
}
