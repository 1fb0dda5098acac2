/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.image.Plane;
import org.onemodel.restore.MemoryFallback;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.TileLayout;
import org.onemodel.restore.TiledNetwork;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileBlender;

/**
 * Reads latent codes and noise maps from planes of any size.
 *
 * <p>The maps of neighbouring tiles are blended in each map's own resolution; the latent codes stay
 * apart, one a tile.
 */
public final class PlaneEncoder {

    private final Autoencoder autoencoder;

    /**
     * Reads with a model.
     *
     * @param autoencoder the model, which stays its owner's
     */
    public PlaneEncoder(Autoencoder autoencoder) {
        this.autoencoder = autoencoder;
    }

    /**
     * Reads a plane.
     *
     * @param plane normalised values, [-1, 1], with one channel or three
     * @param memory the layout of the tiles, and smaller ones while memory does not suffice; the
     *     overlap is rounded up to a multiple of half the model's size, where the pixels of all
     *     maps lie on the tiles' grid
     * @param progress asked and told after each batch
     * @return latent codes and noise maps
     * @throws IllegalArgumentException if the model has no encoder
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public PlaneEmbedding read(Plane plane, MemoryFallback memory, Progress progress) {
        return memory.compute(tiles -> read(plane, tiles, progress), progress);
    }

    private PlaneEmbedding read(Plane plane, TileLayout tiles, Progress progress) {
        MapGrid grid = new MapGrid(tiles, plane.width(), plane.height());
        Reading reading = new Reading(autoencoder, grid);
        new TiledNetwork(autoencoder.manager(), reading::encode)
                .run(
                        grid.padded(plane.channels()),
                        grid.tiling(),
                        tiles.batch(),
                        reading::take,
                        progress);
        return reading.finish();
    }

    /** Collects what comes out for the tiles of one plane. */
    private static final class Reading {

        private final Autoencoder autoencoder;
        private final MapGrid grid;
        private final List<Integer> sizes;
        private final List<TileBlender> blenders = new ArrayList<>();
        private final List<Map<Tile, Tile>> scaled = new ArrayList<>();
        private final List<float[]> codes = new ArrayList<>();
        private LatentSpace space;
        private int layers;
        private int codeLength;

        Reading(Autoencoder autoencoder, MapGrid grid) {
            this.autoencoder = autoencoder;
            this.grid = grid;
            this.sizes = autoencoder.decoder().noiseMapSizes();
            for (int size : sizes) {
                blenders.add(new TileBlender(grid.tiling(size)));
                scaled.add(grid.tilesOf(size));
            }
        }

        /** The latent code, then the noise maps. */
        List<NDArray> encode(NDArray images) {
            Embedding embedding = autoencoder.encode(images);
            long[] shape = embedding.latent().getShape().getShape(); // [N, layers, L] or [N, L]
            space = embedding.space();
            layers = space == LatentSpace.W_PLUS ? Math.toIntExact(shape[1]) : 1;
            codeLength = Math.toIntExact(layers * shape[shape.length - 1]);
            List<NDArray> outputs = new ArrayList<>();
            outputs.add(embedding.latent());
            outputs.addAll(embedding.noiseMaps());
            return outputs;
        }

        void take(Tile tile, int output, float[] values, int offset) {
            if (output == 0) {
                codes.add(Arrays.copyOfRange(values, offset, offset + codeLength));
            } else {
                int map = output - 1;
                blenders.get(map).add(scaled.get(map).get(tile), values, offset);
            }
        }

        PlaneEmbedding finish() {
            List<NoiseMap> maps = new ArrayList<>();
            for (int i = 0; i < sizes.size(); i++) {
                maps.add(grid.cropped(sizes.get(i), blenders.get(i).blend()));
            }
            return new PlaneEmbedding(space, layers, codes, maps);
        }
    }
}
