/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.Embedding;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Plane;
import org.onemodel.image.PlaneSelection;
import org.onemodel.tile.Tile;
import org.onemodel.tile.Tiling;

/**
 * Encodes planes, and decodes them another time, as often as wanted and with any change in between.
 * A plane that is decoded without a change is what {@link Restorer} makes of it, to the bit.
 */
public final class PlaneCodec {

    private static final Variations UNCHANGED =
            new Variations() {
                @Override
                public int count() {
                    return 1;
                }

                @Override
                public void decode(Embedding tiles, TileDecoder decoder) {
                    decoder.decode(tiles);
                }
            };

    private final Autoencoder autoencoder;
    private final MemoryFallback memory;
    private final RestoreOptions options;

    /**
     * A codec.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options tile, overlap, batch and percentiles
     * @throws OneModelException if tile or overlap do not fit the model
     */
    public PlaneCodec(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.autoencoder = autoencoder;
        this.memory =
                new MemoryFallback(TileLayout.of(autoencoder.decoder().size(), modelTile, options));
        this.options = options;
    }

    /**
     * The plane that an image shows, of a composite that of the chosen channel; inside the bounds
     * of its selection, if it has an area and the options do not leave it out of account.
     *
     * @param image an 8-bit, 16-bit, 32-bit or RGB image or stack
     * @return the one plane
     * @throws IllegalArgumentException if there is no image or it has no pixels
     */
    public ImagePlanes shown(ImagePlus image) {
        return options.image().withPlanes(PlaneSelection.CURRENT).planesOf(image, 0);
    }

    /**
     * Encodes planes; those that share a range of grey values when the image is restored share it
     * here.
     *
     * @param planes planes of an ImageJ image
     * @param progress asked and told after each batch
     * @return a plane for each
     * @throws OneModelException if memory does not suffice, or the model has no encoder
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public List<EncodedPlane> encode(ImagePlanes planes, Progress progress) {
        List<EncodedPlane> encoded = new ArrayList<>();
        encodeEach(planes, encoded::add, progress);
        return encoded;
    }

    /**
     * Encodes planes one after another, so that not all of them need be in memory.
     *
     * @param planes planes of an ImageJ image
     * @param sink takes each as soon as it is encoded, in their order
     * @param progress asked and told after each batch
     * @throws OneModelException if memory does not suffice, or the model has no encoder
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public void encodeEach(ImagePlanes planes, Consumer<EncodedPlane> sink, Progress progress) {
        ImagePlanes read = planes.watched(progress.reading(planes.whole().count()));
        IntFunction<Treatment> treatments =
                Treatments.of(read, options.image())
                        .byPlane(options.noise(), Optional.empty(), options.image().percentiles());
        for (int i = 0; i < planes.count(); i++) {
            WholePlane plane = new WholePlane(planes, i, treatments.apply(i));
            Progress part = progress.part(i, planes.count(), "");
            sink.accept(memory.compute(tiles -> encode(plane, tiles, part), progress));
        }
    }

    private EncodedPlane encode(WholePlane plane, TileLayout layout, Progress progress) {
        Tiling tiling = plane.tiling(layout);
        WholePlane.Encoding encoding = plane.encoding(autoencoder, tiling, progress);
        List<EmbeddingValues> parts = new ArrayList<>();
        TiledNetwork network =
                new TiledNetwork(
                        autoencoder.manager(),
                        images -> {
                            parts.add(EmbeddingValues.of(encoding.of(images)));
                            return List.of();
                        });
        TiledNetwork.Source pixels = plane.tiles(tiling);
        List<List<Tile>> batches = TileBatches.of(tiling, layout.batch());
        for (List<Tile> batch : batches) {
            network.run(
                    pixels,
                    batch,
                    tiling.tile(),
                    batch.size(),
                    (tile, output, values, offset) -> {},
                    progress.untold());
            progress.update((double) parts.size() / batches.size(), "");
        }
        return plane.encoded(tiling, layout.batch(), EmbeddingValues.join(parts));
    }

    /**
     * The same plane with its latent codes in W+, mapped by the generator if they are in Z. It
     * decodes to the same image, to the bit.
     *
     * @param plane the plane
     * @param progress asked after each batch
     * @return the plane, or a new one
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public EncodedPlane inWPlus(EncodedPlane plane, Progress progress) {
        if (plane.tiles().space() == LatentSpace.W_PLUS) {
            return plane;
        }
        List<EmbeddingValues> parts = new ArrayList<>();
        int from = 0;
        for (List<Tile> batch : TileBatches.of(plane.tiling(), plane.batch())) {
            progress.checkCanceled();
            parts.add(mapped(plane.tiles(), from, from + batch.size()));
            from += batch.size();
        }
        return plane.withTiles(EmbeddingValues.join(parts));
    }

    private EmbeddingValues mapped(EmbeddingValues tiles, int from, int to) {
        Decoder decoder = autoencoder.decoder();
        try (NDManager manager = autoencoder.manager().newSubManager()) {
            Embedding embedding = tiles.on(manager, from, to);
            NDArray w = decoder.map(autoencoder.pass(false), embedding.latent());
            return EmbeddingValues.of(
                    new Embedding(LatentSpace.W_PLUS, decoder.repeat(w), embedding.noiseMaps()));
        }
    }

    /**
     * Decodes a plane.
     *
     * @param plane the plane, perhaps with another embedding than was read
     * @param progress asked and told after each batch
     * @return grey values of the image that the plane is of
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public Plane decode(EncodedPlane plane, Progress progress) {
        return decode(plane, UNCHANGED, progress).get(0);
    }

    /**
     * Decodes a plane in several variations.
     *
     * @param plane the plane
     * @param variations what becomes of the embedding of its tiles
     * @param progress asked and told after each batch in each variation
     * @return grey values of the image that the plane is of, for each variation
     * @throws OneModelException if memory does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public List<Plane> decode(EncodedPlane plane, Variations variations, Progress progress) {
        // The tiles stay where they are, as the embedding is that of just these.
        Tiling tiling = plane.tiling();
        TileLayout layout =
                new TileLayout(
                        autoencoder.decoder().size(),
                        tiling.tile(),
                        tiling.overlap(),
                        plane.batch(),
                        false);
        return new MemoryFallback(layout, TileLayout::fewerAtATime)
                .compute(
                        fewer ->
                                new PlaneDecoding(
                                                autoencoder,
                                                plane.withBatch(fewer.batch()),
                                                variations)
                                        .run(progress),
                        progress);
    }
}
