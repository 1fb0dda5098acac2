/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.onemodel.camera.NoiseBlocks.Block;

/**
 * The darkest level that an image holds.
 *
 * @param grey its grey level
 * @param variance the noise's variance there
 */
record DarkLevel(double grey, double variance) {

    /** Share of the blocks that count as the darkest. */
    private static final double SHARE = 0.05;

    /**
     * Finds the level.
     *
     * @param sorted blocks from dark to bright
     */
    static DarkLevel of(List<Block> sorted) {
        int count = Math.max(1, (int) (SHARE * sorted.size()));
        double grey =
                (grey(sorted, count, Block::even, Block::odd)
                                + grey(sorted, count, Block::odd, Block::even))
                        / 2;
        return new DarkLevel(
                grey, LevelSet.of(sorted.subList(0, count), Float.NaN, Float.NaN).variance());
    }

    /**
     * The darkest blocks by one half of their pixels, but the level by the other half: the blocks
     * that are chosen for being dark are dark by chance in the half that chose.
     */
    private static double grey(
            List<Block> blocks,
            int count,
            ToDoubleFunction<Block> choosing,
            ToDoubleFunction<Block> judging) {
        List<Block> darkest = new ArrayList<>(blocks);
        darkest.sort(Comparator.comparingDouble(choosing));
        double sum = 0;
        for (Block block : darkest.subList(0, count)) {
            sum += judging.applyAsDouble(block);
        }
        return sum / count;
    }

    /**
     * The same level with a variance from all sets that are nearly as dark.
     *
     * @param sets level sets
     * @param gain what their photon noise is taken away with
     */
    DarkLevel refined(List<LevelSet> sets, double gain) {
        double sum = 0;
        double freedom = 0;
        for (LevelSet set : sets) {
            double photonNoise = gain * (set.mean() - grey);
            if (photonNoise <= variance / 2) {
                sum += set.freedom() * (set.variance() - Math.max(0, photonNoise));
                freedom += set.freedom();
            }
        }
        return freedom > 0 ? new DarkLevel(grey, Math.max(0, sum / freedom)) : this;
    }
}
