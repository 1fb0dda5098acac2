/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileReader;
import org.onemodel.tile.Tiling;

/**
 * Sends the tiles of a plane through a network in batches.
 *
 * <p>Each batch has native memory of its own, freed before the next begins; nothing is attached to
 * the owner's.
 */
public final class TiledNetwork {

    /** A network that sees tiles as colour images. */
    @FunctionalInterface
    public interface Network {

        /**
         * Computes.
         *
         * @param tiles {@code [N, 3, T, T]}, values in [-1, 1]
         * @return one or more tensors {@code [N, C, h, w]}
         */
        List<NDArray> apply(NDArray tiles);
    }

    /** Gives the pixels of tiles. */
    interface Source {

        /** Channels of each pixel, 1 or 3. */
        int channels();

        /** Copies a channel of a tile, {@code [tile, tile]}, to a place in a batch. */
        void read(Tile tile, int channel, float[] target, int offset);
    }

    /** Takes what the network made of a tile. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Takes one output for one tile.
         *
         * @param tile the tile
         * @param output which of the network's tensors
         * @param values values of that tensor
         * @param offset index in {@code values} where the tile's {@code [C, h, w]} begin
         */
        void accept(Tile tile, int output, float[] values, int offset);
    }

    private final NDManager owner;
    private final Network network;

    /**
     * A network with the memory that it runs in.
     *
     * @param owner gives the device; each batch runs in a sub-manager
     * @param network the network
     */
    public TiledNetwork(NDManager owner, Network network) {
        this.owner = owner;
        this.network = network;
    }

    /**
     * Runs all tiles of a plane.
     *
     * @param channels {@code [1 or 3][height * width]} values in [-1, 1]; a single channel is seen
     *     as grey, three times the same
     * @param tiling the tiling of the plane
     * @param batch tiles at a time
     * @param sink takes the results, in the order of the tiles
     * @param progress asked and told after each batch
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public void run(float[][] channels, Tiling tiling, int batch, Sink sink, Progress progress) {
        Source plane =
                new Source() {
                    @Override
                    public int channels() {
                        return channels.length;
                    }

                    @Override
                    public void read(Tile tile, int channel, float[] target, int offset) {
                        TileReader.read(channels[channel], tiling, tile, target, offset);
                    }
                };
        run(plane, tiling.tiles(), tiling.tile(), batch, sink, progress);
    }

    /** Runs some tiles; the progress goes from 0 to 1 over them. */
    void run(Source source, List<Tile> tiles, int side, int batch, Sink sink, Progress progress) {
        progress.checkCanceled();
        for (int from = 0; from < tiles.size(); from += batch) {
            int to = Math.min(from + batch, tiles.size());
            run(source, tiles.subList(from, to), side, sink);
            progress.update((double) to / tiles.size(), "");
            progress.checkCanceled();
        }
    }

    private void run(Source source, List<Tile> tiles, int side, Sink sink) {
        float[] values = read(source, tiles, side);
        Shape shape = new Shape(tiles.size(), source.channels(), side, side);
        try (NDManager manager = owner.newSubManager()) {
            NDArray images = manager.create(values, shape);
            if (source.channels() == 1) {
                images = images.repeat(1, 3); // [N, 3, T, T]
            }
            List<NDArray> outputs = network.apply(images);
            for (int output = 0; output < outputs.size(); output++) {
                pass(tiles, output, outputs.get(output).toFloatArray(), sink);
            }
        }
    }

    private static float[] read(Source source, List<Tile> tiles, int side) {
        int pixels = side * side;
        float[] values = new float[tiles.size() * source.channels() * pixels];
        int offset = 0;
        for (Tile tile : tiles) {
            for (int channel = 0; channel < source.channels(); channel++) {
                source.read(tile, channel, values, offset);
                offset += pixels;
            }
        }
        return values;
    }

    private static void pass(List<Tile> tiles, int output, float[] values, Sink sink) {
        int length = values.length / tiles.size();
        for (int i = 0; i < tiles.size(); i++) {
            sink.accept(tiles.get(i), output, values, i * length);
        }
    }
}
