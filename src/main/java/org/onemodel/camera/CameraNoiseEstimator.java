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
import org.onemodel.image.Planes;

/** Prototype. */
public final class CameraNoiseEstimator {

    static final int MOST_BLOCKS = 1 << 16;
    static final int MOST_PLANES = 16;
    static final double DARKEST = 0.05;

    public static CameraNoise estimate(Planes planes) {
        int count = Math.min(planes.count(), MOST_PLANES);
        double pixels = (double) planes.width() * planes.height() * count;
        int stride = (int) Math.max(4, Math.ceil(Math.sqrt(pixels / MOST_BLOCKS)));
        NoiseBlocks blocks = new NoiseBlocks();
        for (int k = 0; k < count; k++) {
            int index = (int) ((k + 0.5) * planes.count() / count);
            for (float[] channel : planes.plane(index).channels()) {
                blocks.add(channel, planes.width(), planes.height(), stride);
            }
        }
        return estimate(blocks.list());
    }

    static CameraNoise estimate(List<Block> blocks) {
        List<LevelSet> sets = LevelSet.of(blocks);
        double beta = LevelSet.beta(sets);
        if (Boolean.getBoolean("dump")) {
            System.out.println("beta " + beta);
        }
        if (!Boolean.getBoolean("nobeta")) {
            sets = sets.stream().map(s -> s.corrected(beta)).toList();
        }
        List<LevelSet> open = sets.stream().filter(s -> !s.clipped()).toList();
        if (open.size() < 3) {
            open = sets;
        }
        VarianceLine line = VarianceLine.fit(open);
        if (Boolean.getBoolean("dump")) {
            for (LevelSet s : sets) {
                System.out.printf("   %s%n", s);
            }
        }
        double dark = dark(blocks);
        double span = open.get(open.size() - 1).mean() - open.get(0).mean();
        double rise = line.slope() * span;
        double gain = line.slope();
        double atDark = Math.max(0, line.at(dark));
        if (!sets.get(0).clipped()) {
            atDark = darkVariance(blocks);
            for (int round = 0; round < 5; round++) {
                double sum = 0;
                double w = 0;
                for (LevelSet x : open) {
                    double photons = gain * (x.mean() - dark);
                    if (photons <= 0.5 * atDark) {
                        sum += x.freedom() * (x.variance() - Math.max(0, photons));
                        w += x.freedom();
                    }
                }
                if (w > 0) {
                    atDark = Math.max(0, sum / w);
                }
                if (Boolean.getBoolean("through")) {
                    double top = 0;
                    double bottom = 0;
                    for (LevelSet x : open) {
                        double at = x.mean() - dark;
                        if (at > 0) {
                            double expected = atDark + gain * at + 1e-9;
                            double error = expected * Math.sqrt(2 / x.freedom() + 0.0009);
                            double trust = Math.min(1, 1.5 / Math.abs((x.variance() - expected) / error));
                            double weight = trust / (error * error);
                            top += weight * at * (x.variance() - atDark);
                            bottom += weight * at * at;
                        }
                    }
                    gain = Math.max(0, top / bottom);
                }
            }
        }
        double spanAll = span;
        rise = gain * spanAll;
        if (rise < Math.max(2.5 * line.slopeError() * span, 0.1 * atDark)) {
            double v = 0;
            double w = 0;
            for (LevelSet s : open) {
                w += s.freedom();
                v += s.freedom() * s.variance();
            }
            return new CameraNoise(0, dark, Math.sqrt(v / w));
        }
        return new CameraNoise(gain, dark, Math.sqrt(atDark));
    }

    static double darkVariance(List<Block> blocks) {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingDouble(Block::mean));
        int count = Math.max(1, (int) (DARKEST * sorted.size()));
        return LevelSet.of(sorted.subList(0, count), -1, -1).variance();
    }

    static double dark(List<Block> blocks) {
        return (dark(blocks, Block::even, Block::odd) + dark(blocks, Block::odd, Block::even)) / 2;
    }

    private static double dark(
            List<Block> blocks, ToDoubleFunction<Block> chooser, ToDoubleFunction<Block> judge) {
        List<Block> sorted = new ArrayList<>(blocks);
        sorted.sort(Comparator.comparingDouble(chooser));
        int count = Math.max(1, (int) (DARKEST * sorted.size()));
        return sorted.subList(0, count).stream().mapToDouble(judge).average().orElseThrow();
    }
}
