/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.tile.Block;
import org.onemodel.tile.Tiling;

/**
 * A plane that other computations than a restoration bring to a model and back, in just the same
 * way: with the same grey values, tiles and latent codes.
 */
public final class WholePlane {

    private final ImagePlanes planes;
    private final int index;
    private final SeenPlane plane;

    /**
     * A plane of an image.
     *
     * @param planes planes of an ImageJ image
     * @param index which of them
     * @param ranges the range of each channel, which becomes [-1, 1]; what lies beyond it is kept
     *     from the network and given back
     */
    public WholePlane(ImagePlanes planes, int index, List<Normalization> ranges) {
        this(planes, index, Treatment.ofRanges(ranges));
    }

    /** A plane of an image with a treatment that looks at no noise. */
    WholePlane(ImagePlanes planes, int index, Treatment treatment) {
        this.planes = planes;
        this.index = index;
        this.plane = new SeenPlane(planes.filledRows(index), treatment);
    }

    /** Where the plane's tiles lie. */
    Tiling tiling(TileLayout layout) {
        return layout.tiling(plane.source().width(), plane.source().height());
    }

    /** The pixels of the plane's tiles. */
    TiledNetwork.Source tiles(Tiling tiling) {
        return plane.tiles(tiling, all());
    }

    /**
     * Whether there is nothing for a network to see.
     *
     * @return true if the plane is constant
     */
    public boolean leavesAsIs() {
        return plane.treatment().leavesAsIs();
    }

    /**
     * The plane as a network sees it.
     *
     * @return {@code [channels][height * width]}, values in [-1, 1], a new array
     */
    public float[][] seen() {
        return plane.seen(all());
    }

    /**
     * Maps values as a network gives them back to grey values.
     *
     * @param values {@code [channels][height * width]}; overwritten
     */
    public void bringBack(float[][] values) {
        plane.bringBack(values, all());
    }

    private Block all() {
        return new Block(0, 0, plane.source().width(), plane.source().height());
    }

    /**
     * How the plane's tiles are encoded for a restoration: where the tone of an image is in the
     * latent code, all get the same one.
     *
     * @param autoencoder the model
     * @param tiling the plane's tiling
     * @param progress asked after each tile that the shared code is read from
     * @return embeds tiles {@code [N, 3, T, T]}
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public Encoding encoding(Autoencoder autoencoder, Tiling tiling, Progress progress) {
        UnaryOperator<Embedding> shared =
                SharedLatent.isNeeded(autoencoder, tiling)
                        ? SharedLatent.of(autoencoder, plane, tiling, progress)::in
                        : UnaryOperator.identity();
        return tiles -> shared.apply(autoencoder.encode(tiles));
    }

    /**
     * The plane with an embedding that was found for it.
     *
     * @param tiling the plane's tiling
     * @param batch tiles that are computed at a time
     * @param tiles the embedding of all tiles, in order
     * @return what {@link PlaneCodec} decodes
     */
    public EncodedPlane encoded(Tiling tiling, int batch, EmbeddingValues tiles) {
        return new EncodedPlane(
                planes.nameOf(index),
                tiling,
                batch,
                plane.treatment().maps().stream().map(Normalization.class::cast).toList(),
                Excess.of(planes.rows(index), plane.source(), plane.treatment()),
                leavesAsIs(),
                tiles);
    }

    /** Embeds tiles. */
    @FunctionalInterface
    public interface Encoding {

        /**
         * Embeds.
         *
         * @param tiles {@code [N, 3, T, T]}, values in [-1, 1]
         * @return the embedding, on the tiles' manager
         */
        Embedding of(NDArray tiles);
    }
}
