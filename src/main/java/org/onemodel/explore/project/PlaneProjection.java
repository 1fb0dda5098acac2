/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.lpips.Lpips;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.Progress;
import org.onemodel.restore.TileBatches;
import org.onemodel.restore.WholePlane;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileBlender;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/** One attempt to project a plane, batch by batch of its tiles. Used by one thread, once. */
final class PlaneProjection {

    private final Autoencoder autoencoder;
    private final ProjectionOptions options;
    private final WholePlane plane;
    private final Tiling tiling;
    private final int batch;
    private final Progress progress;
    private final float[][] seen;
    private final TileShares shares;
    private final CurveSum curve;
    private final List<TileBlender> result = new ArrayList<>();
    private final SortedMap<Integer, List<TileBlender>> snapshots = new TreeMap<>();
    private final List<EmbeddingValues> embeddings = new ArrayList<>();

    /**
     * An attempt.
     *
     * @param autoencoder the model, its decoder frozen
     * @param options what the user chose
     * @param plane the plane
     * @param tiling its tiling
     * @param batch tiles at a time
     * @param progress asked and told after each step
     */
    PlaneProjection(
            Autoencoder autoencoder,
            ProjectionOptions options,
            WholePlane plane,
            Tiling tiling,
            int batch,
            Progress progress) {
        this.autoencoder = autoencoder;
        this.options = options;
        this.plane = plane;
        this.tiling = tiling;
        this.batch = batch;
        this.progress = progress;
        seen = plane.seen();
        shares = new TileShares(tiling);
        curve = new CurveSum(options.steps());
        result.addAll(blenders());
        for (int step = 0; step <= options.steps(); step++) {
            if (options.isSnapshot(step)) {
                snapshots.put(step, blenders());
            }
        }
    }

    private List<TileBlender> blenders() {
        List<TileBlender> blenders = new ArrayList<>();
        for (int c = 0; c < seen.length; c++) {
            blenders.add(new TileBlender(tiling));
        }
        return blenders;
    }

    /**
     * Projects all tiles.
     *
     * @param lpips measures LPIPS, if wanted
     */
    void run(Optional<Lpips> lpips) {
        Starts starts = starts();
        List<List<Tile>> batches = TileBatches.of(tiling, batch);
        int first = 0;
        for (int i = 0; i < batches.size(); i++) {
            String message =
                    batches.size() == 1 ? "" : "tiles " + (i + 1) + " of " + batches.size();
            Progress part = progress.part(i, batches.size(), message);
            project(batches.get(i), first, starts, lpips, part);
            first += batches.get(i).size();
        }
    }

    /** Gives the embedding that tiles start with. */
    @FunctionalInterface
    private interface Starts {

        /** In W or Z, of tiles {@code [N, 3, T, T]}, of which the first has this number. */
        Embedding of(NDArray tiles, int first);
    }

    private Starts starts() {
        if (options.start() == Start.ENCODER) {
            WholePlane.Encoding encoding = plane.encoding(autoencoder, tiling, progress);
            return (tiles, first) -> encoding.of(tiles);
        }
        MeanStart mean = new MeanStart(autoencoder, options.seed());
        return (tiles, first) ->
                mean.of(first, (int) tiles.getShape().get(0), tiling.tile(), tiles.getManager());
    }

    private void project(
            List<Tile> tiles, int first, Starts starts, Optional<Lpips> lpips, Progress part) {
        part.checkCanceled();
        int side = tiling.tile();
        try (NDManager owner = autoencoder.manager().newSubManager()) {
            NDArray target =
                    owner.create(read(tiles), new Shape(tiles.size(), seen.length, side, side));
            float[] share = shares.of(tiles);
            NDArray weights = owner.create(share, new Shape(tiles.size(), 1, side, side));
            TileErrors errors = new TileErrors(target, weights, lpips);
            BatchProjection projection = start(target, first, starts, errors);
            projection.run(step -> reached(step, tiles, share, projection, part));
            add(tiles, projection.images(), result);
            embeddings.add(projection.embedding());
        }
    }

    private BatchProjection start(NDArray target, int first, Starts starts, TileErrors errors) {
        try (NDManager scratch = target.getManager().newSubManager()) {
            NDArray tiles = target.reshape(target.getShape());
            tiles.attach(scratch);
            NDArray coloured = seen.length == 1 ? tiles.repeat(1, 3) : tiles; // [N, 3, T, T]
            Embedding start = inWPlus(starts.of(coloured, first));
            return new BatchProjection(autoencoder, options, start, target, errors);
        }
    }

    private Embedding inWPlus(Embedding embedding) {
        if (embedding.space() == LatentSpace.W_PLUS) {
            return embedding;
        }
        NDArray w = autoencoder.decoder().map(autoencoder.pass(false), embedding.latent());
        return new Embedding(
                LatentSpace.W_PLUS, autoencoder.decoder().repeat(w), embedding.noiseMaps());
    }

    private float[] read(List<Tile> tiles) {
        int pixels = tiling.tile() * tiling.tile();
        float[] values = new float[tiles.size() * seen.length * pixels];
        int offset = 0;
        for (Tile tile : tiles) {
            for (float[] channel : seen) {
                TileReader.read(channel, tiling, tile, values, offset);
                offset += pixels;
            }
        }
        return values;
    }

    private void reached(
            int step, List<Tile> tiles, float[] share, BatchProjection projection, Progress part) {
        int pixels = tiling.tile() * tiling.tile();
        double sum = 0;
        for (int i = 0; i < tiles.size(); i++) {
            double own = 0;
            for (int k = i * pixels; k < (i + 1) * pixels; k++) {
                own += share[k];
            }
            double ofPlane = own / tiling.pixels();
            curve.add(step, ofPlane, projection.mse(i), projection.lpips(i));
            sum += projection.mse(i) / tiles.size();
        }
        if (snapshots.containsKey(step)) {
            add(tiles, projection.images(), snapshots.get(step));
        }
        double done = (step + 1.0) / (options.steps() + 1);
        part.update(
                done,
                String.format(
                        Locale.ROOT, "step %d of %d, %.2f dB", step, options.steps(), psnr(sum)));
        part.checkCanceled();
    }

    private static double psnr(double mse) {
        return new CurvePoint(0, mse, OptionalDouble.empty()).psnr();
    }

    private void add(List<Tile> tiles, float[] values, List<TileBlender> blenders) {
        int pixels = tiling.tile() * tiling.tile();
        int offset = 0;
        for (Tile tile : tiles) {
            for (TileBlender blender : blenders) {
                blender.add(tile, values, offset);
                offset += pixels;
            }
        }
    }

    /** The errors at a step. */
    CurvePoint point(int step) {
        return curve.point(step);
    }

    List<CurvePoint> points() {
        return curve.points();
    }

    /** The best embeddings of all tiles, with what it takes to decode them. */
    EncodedPlane encoded() {
        return plane.encoded(tiling, batch, EmbeddingValues.join(embeddings));
    }

    /** The result in grey values, {@code [channels][height * width]}; to be asked once. */
    float[][] result() {
        return blended(result);
    }

    /** The steps of which there is an image. */
    Iterable<Integer> snapshotSteps() {
        return snapshots.keySet();
    }

    /** The image of a step in grey values; to be asked once. */
    float[][] snapshot(int step) {
        return blended(snapshots.get(step));
    }

    private float[][] blended(List<TileBlender> blenders) {
        float[][] values = blenders.stream().map(TileBlender::blend).toArray(float[][]::new);
        plane.bringBack(values);
        return values;
    }
}
