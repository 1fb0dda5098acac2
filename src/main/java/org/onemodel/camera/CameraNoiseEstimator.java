/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.List;
import org.onemodel.camera.NoiseBlocks.Block;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSource;

/**
 * Estimates the noise of a camera from one image, without calibration frames.
 *
 * <p>The image is cut into blocks of 8 x 8 pixels. The finest details of a block, beyond what
 * optics resolve, tell the noise's variance; blocks of like brightness are put together, the
 * smoothest of them are used, and a line is fitted robustly through the variances over the grey
 * levels (after Foi et al., 2008). Sets of blocks at the ends of the camera's range are left out,
 * as noise is cut off there.
 *
 * <p><b>Convention.</b> The line, {@code variance = gain * mean + b}, tells the gain, but offset
 * and read noise only together, as {@code b = readNoise² - gain * offset}. The offset is taken to
 * be the darkest level that the image holds (of 5 % of its blocks), and the read noise the noise
 * there. Where no part of the image is dark, the offset is too high and the read noise too, by the
 * photon noise of the darkest part; the variance at each grey level of the image, and with it the
 * transform that makes the noise uniform, is the same. Rounding to whole grey levels, a deviation
 * of 0.29, is part of the read noise.
 *
 * <p>A gain that changes the noise little over the image's grey levels, or no more than chance
 * would, is 0: Gaussian noise. Details of the sample finer than optics resolve read as noise: about
 * a thousandth of the brightness in cells, more in sharp images without smooth parts. Too low read
 * images whose neighbouring pixels depend on each other, which {@link
 * CameraNoiseEstimate#correlated} tells.
 *
 * <p>Planes may be given one after the other, or in bands of rows; nothing of them is kept but a
 * few numbers per block. Not safe for use by several threads.
 */
public final class CameraNoiseEstimator {

    /** Side of the smallest image whose noise can be estimated, in pixels. */
    public static final int SMALLEST_SIDE = 2 * NoiseBlocks.SIDE;

    /** Values of a band that is read at a time, and its rows if that makes too few. */
    private static final int MOST_VALUES = 1 << 22;

    private static final int FEWEST_ROWS = 64;

    private static final int MOST_BLOCKS = 1 << 16;
    private static final int MOST_PLANES = 16;
    private static final int SMALLEST_STRIDE = NoiseBlocks.SIDE / 2;

    /** A line needs so many sets; with fewer, those that may be clipped are used too. */
    private static final int FEWEST_SETS = 3;

    private static final int ROUNDS = 5;

    /** A gain is told from 0 if it is so many standard errors above. */
    private static final double SIGNIFICANT = 1.5;

    /** A rise of the variance over the image by less than this share is not worth a gain. */
    private static final double NOTEWORTHY_RISE = 0.2;

    /** White noise in smooth parts has a ratio from 0.6 to 1.1. */
    private static final double CORRELATED = 1.5;

    private final NoiseBlocks blocks = new NoiseBlocks();
    private final int stride;

    /**
     * An estimator for an image of a size.
     *
     * @param pixels about how many pixels will be added in all; of many, a part is looked at
     */
    public CameraNoiseEstimator(long pixels) {
        stride =
                (int)
                        Math.max(
                                SMALLEST_STRIDE,
                                Math.ceil(Math.sqrt((double) pixels / MOST_BLOCKS)));
    }

    /**
     * Estimates the noise of an image from all of its planes, or from 16 of them where it has more.
     *
     * @param planes planes of one channel
     * @return the estimate
     * @throws IllegalArgumentException if the planes are smaller than 16 x 16 pixels
     */
    public static CameraNoiseEstimate estimate(Planes planes) {
        int count = Math.min(planes.count(), MOST_PLANES);
        long pixels = (long) planes.width() * planes.height() * count;
        CameraNoiseEstimator estimator = new CameraNoiseEstimator(pixels);
        for (int k = 0; k < count; k++) {
            int index = (int) ((k + 0.5) * planes.count() / count);
            estimator.add(planes.filledRows(index)); // holes say nothing of the noise
        }
        return estimator.estimate();
    }

    /** Adds a plane in bands that memory holds. */
    private void add(RowSource plane) {
        int width = plane.width();
        int rows = Math.min(plane.height(), Math.max(FEWEST_ROWS, MOST_VALUES / width));
        float[][] values = new float[plane.channels()][rows * width];
        for (int y = 0; y < plane.height(); y += rows) {
            int count = Math.min(rows, plane.height() - y);
            plane.read(y, count, values);
            for (float[] channel : values) {
                add(channel, width, count);
            }
        }
    }

    /**
     * Adds a plane or a band of one; values at its borders are not looked at beyond it.
     *
     * @param values {@code [at least width * height]} finite grey values in rows
     * @param width columns
     * @param height rows
     */
    public void add(float[] values, int width, int height) {
        blocks.add(values, width, height, stride);
    }

    /**
     * The noise of what was added.
     *
     * @return the estimate
     * @throws IllegalArgumentException if that is less than 16 x 16 pixels
     */
    public CameraNoiseEstimate estimate() {
        List<Block> sorted = blocks.sorted();
        if (sorted.size() < FEWEST_SETS * FEWEST_SETS) {
            throw new IllegalArgumentException(
                    "The image is too small for an estimate of its noise; give the noise, or an"
                            + " image of at least "
                            + SMALLEST_SIDE
                            + " x "
                            + SMALLEST_SIDE
                            + " pixels.");
        }
        List<LevelSet> all = LevelSet.of(sorted);
        List<LevelSet> sets = all.stream().filter(set -> !set.clipped()).toList();
        if (sets.size() < FEWEST_SETS) {
            sets = all;
        }
        boolean darkIsClipped = all.get(0).clipped();
        CameraNoise noise = noise(sets, DarkLevel.of(sorted), darkIsClipped);
        double sigma = Math.sqrt(VarianceLine.meanVariance(sets));
        return new CameraNoiseEstimate(noise, sigma, sigma > 0 && correlated(all));
    }

    private static CameraNoise noise(List<LevelSet> sets, DarkLevel dark, boolean darkIsClipped) {
        VarianceLine line = VarianceLine.fit(sets);
        if (darkIsClipped) {
            dark = new DarkLevel(dark.grey(), line.at(dark.grey()));
        } else {
            for (int round = 0; round < ROUNDS; round++) {
                dark = dark.refined(sets, line.slope());
                line = line.through(sets, dark.grey(), dark.variance());
            }
        }
        double span = sets.get(sets.size() - 1).mean() - sets.get(0).mean();
        double noteworthy =
                Math.max(SIGNIFICANT * line.slopeError() * span, NOTEWORTHY_RISE * dark.variance());
        if (line.slope() * span <= noteworthy) {
            double variance = VarianceLine.meanVariance(sets);
            return new CameraNoise(0, dark.grey(), Math.sqrt(variance));
        }
        return new CameraNoise(line.slope(), dark.grey(), Math.sqrt(dark.variance()));
    }

    private static boolean correlated(List<LevelSet> sets) {
        for (LevelSet set : sets) {
            if (set.variance() > 0 && set.coarse() < CORRELATED * set.variance()) {
                return false;
            }
        }
        return true;
    }
}
