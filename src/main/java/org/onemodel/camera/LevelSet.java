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
 * Blocks of about the same brightness, and the noise's variance in them.
 *
 * @param mean mean grey level of the blocks that were used
 * @param variance the noise's variance
 * @param coarse the same from coarser details: for white noise in a smooth region the same
 * @param freedom independent values behind the variance
 * @param clipped whether so many pixels have the image's smallest or largest value that their noise
 *     may have been cut off
 */
record LevelSet(double mean, double variance, double coarse, double fineRough, double coarseRough, boolean textured, double freedom, boolean clipped) {

    private static final int SETS = 48;
    private static final int FEWEST_BLOCKS = 24;

    /** Blocks that count as smooth: those of the smallest coarse details. */
    private static final double SMOOTH = 1.0 / 3;

    /** Share of pixels at the end of the range above which noise is taken for cut off. */
    private static final double CLIPPED = 0.01;

    /** Blocks of more than this many times the median variance hold a hot pixel or an edge. */
    private static final double OUTLIER = 4;

    /**
     * Independent values in a block of 8 x 8 pixels: 36 details that overlap, whose mean square
     * varies as that of 64 · 0.21 independent ones.
     */
    private static final double FREEDOM_OF_BLOCK = 3;

    /** Sets of blocks from dark to bright. */
    static List<LevelSet> of(List<Block> blocks) {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingDouble(Block::mean));
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Block block : blocks) {
            low = Math.min(low, block.low());
            high = Math.max(high, block.high());
        }
        double range = sorted.get(sorted.size() - 1).mean() - sorted.get(0).mean();
        int most = Math.max(FEWEST_BLOCKS, sorted.size() / SETS);
        List<LevelSet> sets = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= sorted.size(); end++) {
            int count = end - start;
            double width = sorted.get(end - 1).mean() - sorted.get(start).mean();
            boolean wide = count >= FEWEST_BLOCKS && width >= range / SETS;
            if (count >= most || wide || end == sorted.size()) {
                sets.add(of(sorted.subList(start, end), low, high));
                start = end;
            }
        }
        return sets;
    }

    static LevelSet of(List<Block> blocks, float low, float high) {
        boolean clipped = clipped(blocks, low, high);
        double[] all = means(blocks);
        double structure = Double.parseDouble(System.getProperty("st", "0.1"));
        if (all[2] <= (1 + structure) * all[1]) {
            return new LevelSet(all[0], all[1], all[2], all[1], all[2], false, all[3] * FREEDOM_OF_BLOCK, clipped);
        }
        List<Block> smooth = new ArrayList<>(blocks);
        smooth.sort(Comparator.comparingDouble(Block::coarse));
        int third = Math.max(1, smooth.size() / 3);
        double[] flat = means(smooth.subList(0, third));
        double[] rough = means(smooth.subList(smooth.size() > 1 ? third : 0, Math.min(smooth.size(), Math.max(third + 1, 2 * third))));
        return new LevelSet(flat[0], flat[1], flat[2], rough[1], rough[2], true, flat[3] * FREEDOM_OF_BLOCK, clipped);
    }

    LevelSet corrected(double beta) {
        double q = 0.65;
        if (!textured) {
            return this;
        }
        double v = Math.max(0, (variance - beta * coarse) / (1 - q * beta));
        return new LevelSet(mean, Math.min(v, variance * 1.1), coarse, fineRough, coarseRough, true, freedom, clipped);
    }

    static double beta(List<LevelSet> sets) {
        double f = 0;
        double c = 0;
        for (LevelSet s : sets) {
            if (s.textured) {
                double w = s.freedom / (s.variance * s.variance + 1e-30);
                double up = s.coarseRough - s.coarse;
                f += w * (s.fineRough - s.variance) * up;
                c += w * up * up;
            }
        }
        return c > 0 ? Math.max(0, Math.min(0.5, f / c)) : 0;
    }

    /** mean, fine, coarse, number. */
    private static double[] means(List<Block> blocks) {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingDouble(Block::fine));
        double limit = OUTLIER * sorted.get(sorted.size() / 2).fine();
        double[] sums = new double[4];
        for (Block block : blocks) {
            if (block.fine() <= limit || limit == 0) {
                sums[0] += block.mean();
                sums[1] += block.fine();
                sums[2] += block.coarse();
                sums[3]++;
            }
        }
        sums[0] /= sums[3];
        sums[1] /= sums[3];
        sums[2] /= sums[3];
        return sums;
    }

    private static boolean clipped(List<Block> blocks, float low, float high) {
        long atEnds = 0;
        for (Block block : blocks) {
            atEnds += block.low() == low && low == 0 ? block.atLow() : 0;
            atEnds += block.high() == high ? block.atHigh() : 0;
        }
        return atEnds > CLIPPED * blocks.size() * NoiseBlocks.SIDE * NoiseBlocks.SIDE;
    }
}
