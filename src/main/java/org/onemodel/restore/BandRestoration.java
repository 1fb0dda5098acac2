/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.ArrayList;
import java.util.List;
import org.onemodel.camera.NoiseLimit;
import org.onemodel.image.RowSink;
import org.onemodel.image.RowSource;
import org.onemodel.tile.BandBlender;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * One plane through a network, band by band: the rows that a row of tiles takes are read and
 * mapped, the tiles are computed and blended, and rows that no further tile reaches are mapped back
 * and written. So memory holds about two tiles' height of the plane.
 */
final class BandRestoration {

    /** Values that are passed on at a time, and the rows if that makes too few. */
    private static final int MOST_VALUES = 1 << 20;

    private static final int FEWEST_ROWS = 16;

    private final TiledNetwork network;
    private final RowSource source;
    private final Treatment treatment;

    /**
     * A plane and what it goes through.
     *
     * @param network gives colours of tiles, with as many channels as the plane
     * @param source the plane
     * @param treatment how it is brought to the network and back
     */
    BandRestoration(TiledNetwork network, RowSource source, Treatment treatment) {
        this.network = network;
        this.source = source;
        this.treatment = treatment;
    }

    /**
     * Restores the plane.
     *
     * @param tiling the plane's tiling
     * @param batch tiles at a time
     * @param toneOfInput whether the result gets the local mean of its input
     * @param sink takes the rows, in grey values
     * @param progress asked and told after each batch
     * @throws java.util.concurrent.CancellationException if canceled
     */
    void run(Tiling tiling, int batch, boolean toneOfInput, RowSink sink, Progress progress) {
        int channels = source.channels();
        List<BandBlender> blenders = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            blenders.add(new BandBlender(tiling));
        }
        RowWindow.Next stages = limited(new Finish(sink));
        if (toneOfInput) {
            stages = toneMatching(stages);
        }
        int[] tops = tiling.rows();
        int group = Math.max(1, batch / tiling.columns().length); // full batches
        int done = 0;
        for (int from = 0; from < tops.length; from += group) {
            int to = Math.min(from + group, tops.length);
            Progress part = part(progress, from, to, tops.length);
            compute(tiling, batch, from, to, blenders, part);
            int next = to < tops.length ? tops[to] : tiling.height();
            int end = blenders.get(0).knownBefore(next);
            while (done < end) {
                int most = Math.max(FEWEST_ROWS, MOST_VALUES / source.width());
                int rows = Math.min(end - done, most);
                stages.add(rows, taken(blenders, done + rows), seen(done, rows));
                done += rows;
            }
        }
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
        return treatment
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
                        source.width(), source.height(), source.channels(), reach, filter, next)
                ::add;
    }

    private void compute(
            Tiling tiling,
            int batch,
            int fromRow,
            int toRow,
            List<BandBlender> blenders,
            Progress progress) {
        int[] tops = tiling.rows();
        int side = tiling.tile();
        int[] needed = TileReader.rowsOf(tiling, tops[fromRow], tops[toRow - 1] + side);
        int first = needed[0];
        float[][] rows = seen(first, needed[1] - first);
        TiledNetwork.Source band =
                new TiledNetwork.Source() {
                    @Override
                    public int channels() {
                        return rows.length;
                    }

                    @Override
                    public void read(Tile tile, int channel, float[] target, int offset) {
                        TileReader.read(rows[channel], first, tiling, tile, target, offset);
                    }
                };
        List<Tile> tiles = new ArrayList<>();
        for (int row = fromRow; row < toRow; row++) {
            for (int x : tiling.columns()) {
                tiles.add(new Tile(x, tops[row]));
            }
        }
        network.run(
                band,
                tiles,
                side,
                batch,
                (tile, output, values, offset) -> {
                    for (int c = 0; c < blenders.size(); c++) {
                        blenders.get(c).add(tile, values, offset + c * side * side);
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

    /** Rows as the network sees them. */
    private float[][] seen(int y, int rows) {
        float[][] values = read(y, rows);
        float[] beyond = new float[rows * source.width()];
        for (int c = 0; c < values.length; c++) {
            if (treatment.excess()) {
                treatment.maps().get(c).takeExcess(values[c], beyond);
            }
            treatment.maps().get(c).apply(values[c]);
        }
        return values;
    }

    private float[][] read(int y, int rows) {
        float[][] values = new float[source.channels()][rows * source.width()];
        source.read(y, rows, values);
        return values;
    }

    /** Maps rows back to grey values, gives back what the network did not see, and writes. */
    private final class Finish implements RowWindow.Next {

        private final RowSink sink;
        private int y;

        Finish(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public void add(int rows, float[][] restored, float[][] input) {
            for (int c = 0; c < restored.length; c++) {
                treatment.maps().get(c).invert(restored[c]);
            }
            if (treatment.excess()) {
                addExcess(restored, read(y, rows));
            }
            sink.write(y, rows, restored);
            y += rows;
        }

        private void addExcess(float[][] values, float[][] grey) {
            float[] beyond = new float[grey[0].length];
            for (int c = 0; c < values.length; c++) {
                treatment.maps().get(c).takeExcess(grey[c], beyond);
                for (int i = 0; i < beyond.length; i++) {
                    values[c][i] += beyond[i];
                }
            }
        }
    }
}
