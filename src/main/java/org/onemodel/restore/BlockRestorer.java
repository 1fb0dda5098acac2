/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onemodel.image.HoleFilling;
import org.onemodel.image.Holes;
import org.onemodel.image.PlanePart;
import org.onemodel.image.Planes;
import org.onemodel.image.RowSink;
import org.onemodel.image.RowSource;
import org.onemodel.tile.Block;
import org.onemodel.tile.Tiling;

/**
 * Restores blocks of planes of one channel as the planes are restored as a whole; of a plane no
 * more is read than its block's tiles see, and that once. Safe for several threads if the planes
 * are.
 */
final class BlockRestorer {

    private final PlaneRestorer restorer;
    private final TileLayout layout;
    private final Planes planes;
    private final Treatment treatment;
    private final Tiling tiling;
    private final Map<Integer, HoleFilling> fillings = new ConcurrentHashMap<>();
    private final Map<Integer, PlaneRestorer> restorers = new ConcurrentHashMap<>();

    /**
     * For the planes of an image.
     *
     * @param restorer restores them
     * @param layout their tiles
     * @param planes the planes, of one channel
     * @param treatment how all of them are brought to the network and back
     */
    BlockRestorer(PlaneRestorer restorer, TileLayout layout, Planes planes, Treatment treatment) {
        this.restorer = restorer;
        this.layout = layout;
        this.planes = planes;
        this.treatment = treatment;
        this.tiling = restorer.tiling(layout, planes.width(), planes.height());
    }

    /** The tiling of each plane. */
    Tiling tiling() {
        return tiling;
    }

    /**
     * Restores a block.
     *
     * @param index its plane
     * @param block a part of the plane
     * @param progress asked and told after each batch
     * @return the block's grey values, row by row
     */
    float[] restore(int index, Block block, Progress progress) {
        RowSource plane = planes.rows(index);
        if (treatment.leavesAsIs()) {
            return part(plane, block).part().channels()[0];
        }
        Block around = block.grown(restorer.reach(treatment), tiling.plane());
        Block needed = BandRestoration.needed(tiling, around);
        PlanePart input = part(plane, needed.grown(HoleFilling.RADIUS, tiling.plane()));
        HoleFilling filling = fillings.computeIfAbsent(index, i -> new HoleFilling(planes.rows(i)));
        float[] restored = new float[block.width() * block.height()];
        ofPlane(index, filling, progress)
                .restore(
                        new SeenPlane(filling.filled(input), treatment),
                        tiling,
                        around,
                        cropped(around, block, restored),
                        new MemoryFallback(layout, TileLayout::fewerAtATime),
                        progress);
        RowSource before = part(input, block).part().rows();
        float[][] values = {restored};
        Holes.kept(before, (y, rows, kept) -> {}, planes.nameOf(index))
                .write(0, block.height(), values);
        return restored;
    }

    private PlaneRestorer ofPlane(int index, HoleFilling filling, Progress progress) {
        return restorers.computeIfAbsent(
                index,
                i -> {
                    SeenPlane plane = new SeenPlane(filling.filled(), treatment);
                    return restorer.withLatentOf(plane, tiling, progress);
                });
    }

    private static PlanePart part(RowSource plane, Block block) {
        return PlanePart.of(plane, block.x(), block.y(), block.width(), block.height());
    }

    /** Takes the rows of a block that holds another, of which it keeps the pixels. */
    private static RowSink cropped(Block from, Block to, float[] target) {
        return (y, rows, values) -> {
            for (int row = 0; row < rows; row++) {
                int line = from.y() + y + row - to.y();
                if (line >= 0 && line < to.height()) {
                    int start = row * from.width() + to.x() - from.x();
                    System.arraycopy(values[0], start, target, line * to.width(), to.width());
                }
            }
        };
    }
}
