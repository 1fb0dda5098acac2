/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.image.Plane;
import org.onemodel.tile.Tile;
import org.onemodel.tile.TileBlender;
import org.onemodel.tile.Tiling;

/** One decoding of an encoded plane in several variations. */
final class PlaneDecoding {

    private final Autoencoder autoencoder;
    private final EncodedPlane plane;
    private final Variations variations;
    private final int channels;

    /** A decoding that is still to run. */
    PlaneDecoding(Autoencoder autoencoder, EncodedPlane plane, Variations variations) {
        this.autoencoder = autoencoder;
        this.plane = plane;
        this.variations = variations;
        this.channels = plane.ranges().size();
    }

    /**
     * Decodes.
     *
     * @param progress asked and told after each batch in each variation
     * @return grey values for each variation
     */
    List<Plane> run(Progress progress) {
        Tiling tiling = plane.tiling();
        long pixels = tiling.pixels() * channels * variations.count();
        new MemoryNeed(Float.BYTES * pixels, 0).require(plane.name());
        List<List<TileBlender>> blenders = new ArrayList<>();
        for (int i = 0; i < variations.count(); i++) {
            List<TileBlender> image = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                image.add(new TileBlender(tiling));
            }
            blenders.add(image);
        }
        List<List<Tile>> batches = TileBatches.of(tiling, plane.batch());
        int done = 0;
        for (int i = 0; i < batches.size(); i++) {
            Progress part = progress.part(i, batches.size(), "");
            decode(done, batches.get(i), blenders, part);
            done += batches.get(i).size();
        }
        return blenders.stream().map(this::grey).toList();
    }

    private void decode(
            int first, List<Tile> tiles, List<List<TileBlender>> blenders, Progress progress) {
        progress.checkCanceled();
        try (NDManager manager = autoencoder.manager().newSubManager()) {
            int[] next = {0};
            TileDecoder decoder =
                    new TileDecoder(
                            autoencoder,
                            manager,
                            image -> {
                                blend(image, tiles, blenders.get(next[0]++));
                                progress.update((double) next[0] / blenders.size(), "");
                                progress.checkCanceled();
                            });
            variations.decode(plane.tiles().on(manager, first, first + tiles.size()), decoder);
            if (next[0] != blenders.size()) {
                throw new IllegalStateException(
                        next[0] + " variations were decoded of " + blenders.size() + ".");
            }
        }
    }

    private void blend(NDArray image, List<Tile> tiles, List<TileBlender> blenders) {
        NDArray answer = channels == 1 ? image.mean(new int[] {1}, true) : image;
        float[] values = answer.toFloatArray();
        int side = plane.tiling().tile();
        for (int i = 0; i < tiles.size(); i++) {
            for (int c = 0; c < channels; c++) {
                int offset = (i * channels + c) * side * side;
                blenders.get(c).add(tiles.get(i), values, offset);
            }
        }
    }

    private Plane grey(List<TileBlender> image) {
        int pixels = Math.toIntExact(plane.tiling().pixels());
        float[][] values = new float[channels][];
        for (int c = 0; c < channels; c++) {
            float[] excess = plane.excess().get(c).dense(pixels);
            values[c] = plane.asIs() ? excess : image.get(c).blend();
            if (!plane.asIs()) {
                plane.ranges().get(c).invert(values[c]);
                for (int i = 0; i < pixels; i++) {
                    values[c][i] += excess[i];
                }
            }
        }
        return new Plane(plane.tiling().width(), plane.tiling().height(), values);
    }
}
