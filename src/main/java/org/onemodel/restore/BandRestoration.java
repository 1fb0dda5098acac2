/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onemodel.camera.NoiseLimit;
import org.onemodel.image.RowSink;
import org.onemodel.tile.BandBlender;
import org.onemodel.tile.Block;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * A plane, or a block of it, through a network, band by band: the rows that a row of tiles takes
 * are read and mapped, the tiles are computed and blended, and rows that no further tile reaches
 * are mapped back and written. So memory holds about two tiles' height of the plane.
 *
 * <p>The tiles are those of the whole plane, whichever block is computed. Filters see nothing
 * beyond the block: what they change is that of the whole plane farther than {@link #reach} from
 * borders of the block inside the plane.
 */
final class BandRestoration {

    /** Values that are passed on at a time, and the rows if that makes too few. */
    private static final int MOST_VALUES = 1 << 20;

    private static final int FEWEST_ROWS = 16;

    private final TiledNetwork network;
    private final SeenPlane plane;
    private final Tiling tiling;
    private final Block block;

    /**
     * A plane and what it goes through.
     *
     * @param network gives colours of tiles, with as many channels as the plane
     * @param plane the plane as the network sees it
     * @param tiling the plane's tiling
     * @param block the part of the plane that is computed
     */
    BandRestoration(TiledNetwork network, SeenPlane plane, Tiling tiling, Block block) {
        this.network = network;
        this.plane = plane;
        this.tiling = tiling;
        this.block = block;
    }

    /**
     * How far around a pixel the filters look.
     *
     * @param treatment of the plane
     * @param toneOfInput whether the result gets the local mean of its input
     * @return pixels to each side
     */
    static int reach(Treatment treatment, boolean toneOfInput) {
        int limit = treatment.noise().isPresent() ? NoiseLimit.RADIUS : 0;
        return limit + (toneOfInput ? ToneMatching.REACH : 0);
    }

    /**
     * The pixels of a plane that a block is computed from.
     *
     * @param tiling the plane's tiling
     * @param block a part of the plane
     * @return a part of the plane that holds the block
     */
    static Block needed(Tiling tiling, Block block) {
        return needed(tiling, tiling.columns(block), tiling.rows(block));
    }

    private static Block needed(Tiling tiling, int[] columns, int[] rows) {
        int side = tiling.tile();
        int width = columns[columns.length - 1] + side - columns[0];
        int height = rows[rows.length - 1] + side - rows[0];
        return TileReader.needed(tiling, new Block(columns[0], rows[0], width, height));
    }

    /**
     * Restores the block.
     *
     * @param batch tiles at a time
     * @param toneOfInput whether the result gets the local mean of its input
     * @param sink takes the rows, in grey values; the first row and column are the block's
     * @param progress asked and told after each batch
     * @throws java.util.concurrent.CancellationException if canceled
     */
    void run(int batch, boolean toneOfInput, RowSink sink, Progress progress) {
        List<BandBlender> blenders = new ArrayList<>();
        for (int c = 0; c < plane.source().channels(); c++) {
            blenders.add(new BandBlender(tiling, block));
        }
        RowWindow.Next stages = limited(new Finish(sink));
        if (toneOfInput) {
            stages = toneMatching(stages);
        }
        int[] columns = tiling.columns(block);
        int[] tops = tiling.rows(block);
        int group = TileBatches.rowsAtATime(batch, columns.length);
        int done = block.y();
        for (int from = 0; from < tops.length; from += group) {
            int to = Math.min(from + group, tops.length);
            int[] rows = Arrays.copyOfRange(tops, from, to);
            compute(batch, columns, rows, blenders, part(progress, from, to, tops.length));
            int next = to < tops.length ? tops[to] : block.bottom();
            int end = blenders.get(0).knownBefore(next);
            while (done < end) {
                int most = Math.max(FEWEST_ROWS, MOST_VALUES / block.width());
                int count = Math.min(end - done, most);
                float[][] input = plane.seen(rowsOfBlock(done, count));
                stages.add(count, taken(blenders, done + count), input);
                done += count;
            }
        }
    }

    private Block rowsOfBlock(int y, int rows) {
        return new Block(block.x(), y, block.width(), rows);
    }

    private static float[][] taken(List<BandBlender> blenders, int end) {
        return blenders.stream().map(blender -> blender.take(end)).toArray(float[][]::new);
    }

    private RowWindow.Next toneMatching(RowWindow.Next next) {
        return window(
                ToneMatching.REACH,
                (channel, restored, input, width, rows) ->
                        ToneMatching.apply(restored, input, width, rows),
                next);
    }

    /** Where noise is known, no more is removed than it explains. */
    private RowWindow.Next limited(RowWindow.Next next) {
        return plane.treatment()
                .noise()
                .map(
                        plan ->
                                window(
                                        NoiseLimit.RADIUS,
                                        (channel, restored, input, width, rows) ->
                                                plan.limit(restored, input, width, rows),
                                        next))
                .orElse(next);
    }

    private RowWindow.Next window(int reach, RowWindow.Filter filter, RowWindow.Next next) {
        return new RowWindow(
                        block.width(),
                        block.height(),
                        plane.source().channels(),
                        reach,
                        filter,
                        next)
                ::add;
    }

    private void compute(
            int batch, int[] columns, int[] rows, List<BandBlender> blenders, Progress progress) {
        int side = tiling.tile();
        List<Tile> tiles = new ArrayList<>();
        for (int y : rows) {
            for (int x : columns) {
                tiles.add(new Tile(x, y));
            }
        }
        network.run(
                plane.tiles(tiling, needed(tiling, columns, rows)),
                tiles,
                side,
                batch,
                (tile, output, answer, offset) -> {
                    for (int c = 0; c < blenders.size(); c++) {
                        blenders.get(c).add(tile, answer, offset + c * side * side);
                    }
                },
                progress);
    }

    private static Progress part(Progress progress, int from, int to, int count) {
        return new Progress() {
            @Override
            public void update(double fractionDone, String message) {
                progress.update((from + fractionDone * (to - from)) / count, message);
            }

            @Override
            public boolean isCanceled() {
                return progress.isCanceled();
            }
        };
    }

    /** Brings rows back to grey values, and writes them. */
    private final class Finish implements RowWindow.Next {

        private final RowSink sink;
        private int done;

        Finish(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public void add(int rows, float[][] restored, float[][] input) {
            plane.bringBack(restored, rowsOfBlock(block.y() + done, rows));
            sink.write(done, rows, restored);
            done += rows;
        }
    }
}
