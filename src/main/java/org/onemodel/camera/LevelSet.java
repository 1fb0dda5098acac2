/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onemodel.camera.NoiseBlocks.Block;

/**
 * Blocks of about the same brightness, and the noise's variance in them; after the level sets of
 * Foi et al., "Practical Poissonian-Gaussian noise modeling and fitting" (2008).
 *
 * <p>Where coarse details show more than noise, the blocks with the weakest ones are taken, at most
 * a third: coarse and fine details of white noise are independent, so that this choice of smooth
 * blocks leaves the variance from the fine ones as it was.
 *
 * @param mean mean grey level
 * @param variance the noise's variance, from fine details
 * @param coarse the same from coarse details, in the same blocks
 * @param freedom independent values behind the variance
 * @param clipped whether the camera's range may have cut noise off
 */
record LevelSet(double mean, double variance, double coarse, double freedom, boolean clipped) {

    private static final int SETS = 48;
    private static final int FEWEST_BLOCKS = 24;

    /** Coarse details stronger than noise by this show the sample. */
    private static final double STRUCTURE = 1.1;

    /** Of many blocks a tenth is taken, as many as these give a variance exact to a few percent. */
    private static final int ENOUGH_BLOCKS = 100;

    /** Share of pixels at an end of the range above which noise may have been cut off. */
    private static final double CLIPPED = 0.01;

    /** A block of so many times the usual variance holds a hot pixel or a sharp edge. */
    private static final double OUTLIER = 4;

    /** Independent values per block where blocks lie four pixels apart: details overlap. */
    private static final double FREEDOM_OF_BLOCK = 3;

    /** Relative error of a variance that no number of pixels removes. */
    private static final double MODEL_ERROR = 0.03;

    /**
     * Level sets of an image.
     *
     * @param sorted its blocks from dark to bright
     * @return at least one set, from dark to bright
     */
    static List<LevelSet> of(List<Block> sorted) {
        double range = sorted.get(sorted.size() - 1).mean() - sorted.get(0).mean();
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Block block : sorted) {
            low = Math.min(low, block.low());
            high = Math.max(high, block.high());
        }
        int most = Math.max(FEWEST_BLOCKS, sorted.size() / SETS);
        List<LevelSet> sets = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            int count = end - start;
            double width = sorted.get(end - 1).mean() - sorted.get(start).mean();
            boolean wide = count >= FEWEST_BLOCKS && width >= range / SETS;
            if (count >= most || wide || end == sorted.size()) {
                List<Block> blocks = sorted.subList(start, end);
                sets.add(of(blocks, low, high));
                start = end;
            }
        }
        return sets;
    }

    /** One set of blocks of about the same brightness, of an image of values from low to high. */
    static LevelSet of(List<Block> blocks, float low, float high) {
        LevelSet all = mean(blocks, low, high);
        if (all.coarse <= STRUCTURE * all.variance) {
            return all;
        }
        List<Block> smooth = new ArrayList<>(blocks);
        smooth.sort(Comparator.comparingDouble(Block::coarse));
        int count = Math.max(smooth.size() / 10, Math.min(ENOUGH_BLOCKS, smooth.size() / 3));
        count = Math.max(1, count);
        return mean(smooth.subList(0, count), low, high);
    }

    private static LevelSet mean(List<Block> blocks, float low, float high) {
        double[] fine = blocks.stream().mapToDouble(Block::fine).sorted().toArray();
        double median = fine[fine.length / 2];
        double limit = median > 0 ? OUTLIER * median : Double.POSITIVE_INFINITY;
        double mean = 0;
        double variance = 0;
        double coarse = 0;
        int count = 0;
        for (Block block : blocks) {
            if (block.fine() <= limit) {
                mean += block.mean();
                variance += block.fine();
                coarse += block.coarse();
                count++;
            }
        }
        double freedom = count * FREEDOM_OF_BLOCK;
        boolean clipped = clipped(blocks, low, high);
        return new LevelSet(mean / count, variance / count, coarse / count, freedom, clipped);
    }

    /** A smallest value other than 0 is not where a camera cuts off, but chance. */
    private static boolean clipped(List<Block> blocks, float low, float high) {
        long atEnds = 0;
        for (Block block : blocks) {
            atEnds += block.low() == 0 && low == 0 ? block.atLow() : 0;
            atEnds += block.high() == high ? block.atHigh() : 0;
        }
        return atEnds > CLIPPED * blocks.size() * NoiseBlocks.SIDE * NoiseBlocks.SIDE;
    }

    /** Standard error of the variance, if its true value is the one given. */
    double error(double trueVariance) {
        return trueVariance * Math.sqrt(2 / freedom + MODEL_ERROR * MODEL_ERROR);
    }
}
