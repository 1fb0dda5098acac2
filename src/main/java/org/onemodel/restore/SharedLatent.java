/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.tile.Block;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * One latent code for all tiles of a plane, for encoders that put the tone of an image into it:
 * else neighbouring tiles would differ in tone.
 *
 * <p>The code is the mean of those of the plane's tiles. As these encoders read the code from
 * features that they average over the image, that is, but for the tiles' borders, the code that
 * they read from the plane as a single tile. Of large planes, {@value #MOST_ALONG} tiles along each
 * side stand for all.
 */
final class SharedLatent {

    private static final int MOST_ALONG = 8;

    private final float[] code;

    private SharedLatent(float[] code) {
        this.code = code;
    }

    /** Whether tiles with codes of their own would differ in tone. */
    static boolean isNeeded(Autoencoder autoencoder, Tiling tiling) {
        return tiling.tileCount() > 1 && autoencoder.encoder().latentCarriesTone();
    }

    /**
     * Reads the code of a plane.
     *
     * @param autoencoder the model
     * @param plane the plane, with one channel or three
     * @param tiling its tiling
     * @param progress asked after each tile
     * @return the code
     * @throws java.util.concurrent.CancellationException if canceled
     */
    static SharedLatent of(
            Autoencoder autoencoder, SeenPlane plane, Tiling tiling, Progress progress) {
        TiledNetwork encoder =
                new TiledNetwork(
                        autoencoder.manager(),
                        images -> List.of(autoencoder.encode(images).latent()));
        int side = tiling.tile();
        MeanOfCodes mean = new MeanOfCodes();
        for (int y : spread(tiling.rows())) {
            for (int x : spread(tiling.columns())) {
                Block around = TileReader.needed(tiling, new Block(x, y, side, side));
                List<Tile> tile = List.of(new Tile(x, y));
                encoder.run(plane.tiles(tiling, around), tile, side, 1, mean, progress.untold());
            }
        }
        return new SharedLatent(mean.get());
    }

    /** All starts of tiles, or as many as stand for all, the first and last among them. */
    private static int[] spread(int[] starts) {
        if (starts.length <= MOST_ALONG) {
            return starts;
        }
        return IntStream.range(0, MOST_ALONG)
                .map(i -> starts[i * (starts.length - 1) / (MOST_ALONG - 1)])
                .toArray();
    }

    /**
     * Puts the code in place of those of tiles.
     *
     * @param tiles what the encoder read from tiles
     * @return the same noise maps with this code for each
     */
    Embedding in(Embedding tiles) {
        NDArray own = tiles.latent();
        Shape all = own.getShape();
        Shape one = new Shape(1).addAll(all.slice(1));
        NDArray shared = own.getManager().create(code, one).broadcast(all);
        return new Embedding(tiles.space(), shared, tiles.noiseMaps());
    }

    /** Adds up the codes that an encoder gives for tiles. */
    private static final class MeanOfCodes implements TiledNetwork.Sink {

        private double[] sum;
        private int count;

        @Override
        public void accept(Tile tile, int output, float[] values, int offset) {
            if (sum == null) {
                sum = new double[values.length];
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
            count++;
        }

        float[] get() {
            float[] mean = new float[sum.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (sum[i] / count);
            }
            return mean;
        }
    }
}
