/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.maps;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.decoder.Decoder;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.embedding.LatentSpace;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.image.OutputType;
import org.onemodel.image.Plane;
import org.onemodel.restore.EncodedPlane;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.PlaneCodec;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;

/**
 * Decodes an encoded image, with noise maps from stacks in place of those that the encoder read.
 *
 * <p>A pixel of a stack that has the value it was exported with, to the bit, leaves each tile its
 * own: so a stack that nobody edited decodes to the reconstruction, although in the tiles' overlaps
 * its values are blends. A pixel with another value gives that to all tiles there.
 */
public final class MapDecoding {

    private final Autoencoder autoencoder;
    private final PlaneCodec codec;
    private final RestoreOptions options;

    /**
     * Decodes with a model.
     *
     * @param autoencoder the model, which stays its owner's
     * @param modelTile the model's default tile
     * @param options the model's name, for messages, and the type of the result's pixels; tiles are
     *     those of the encoded image
     */
    public MapDecoding(Autoencoder autoencoder, int modelTile, RestoreOptions options) {
        this.autoencoder = autoencoder;
        this.options = options.withTile(0).withOverlap(0);
        this.codec = new PlaneCodec(autoencoder, modelTile, this.options);
    }

    /**
     * Decodes.
     *
     * @param encoded the image
     * @param stacks noise maps, all or some, of the image's size or their own; maps that are in
     *     none of the stacks stay as they were read
     * @param progress asked and told after each batch
     * @return an image like the one that was encoded, not shown
     * @throws OneModelException if model, stacks and encoded image do not fit each other, or memory
     *     does not suffice
     * @throws java.util.concurrent.CancellationException if canceled
     */
    public ImagePlus of(EncodedImage encoded, List<ImagePlus> stacks, Progress progress) {
        checkFit(encoded);
        Map<Integer, List<MapSlice>> slices = slices(encoded, stacks);
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < encoded.planes().size(); i++) {
            EncodedPlane plane = encoded.planes().get(i);
            EncodedPlane edited = edited(plane, slices.getOrDefault(i, List.of()));
            planes.add(codec.decode(edited, progress.part(i, encoded.planes().size(), "")));
        }
        OutputType output = options.image().output();
        ImagePlus decoded = encoded.template().image("-decoded", planes, output);
        decoded.setProp(Restorer.NOISE_PROPERTY, null); // of an earlier result
        return decoded;
    }

    private static Map<Integer, List<MapSlice>> slices(
            EncodedImage encoded, List<ImagePlus> stacks) {
        Map<Integer, List<MapSlice>> byPlane = new HashMap<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (ImagePlus stack : stacks) {
            for (MapSlice slice : MapSlice.of(stack, encoded)) {
                MapLabel label = slice.label();
                if (!seen.add(List.of(label.plane(), label.map()))) {
                    throw new OneModelException(
                            slice.name()
                                    + " is noise map "
                                    + label.map()
                                    + " once more; give each map of a plane once.");
                }
                byPlane.computeIfAbsent(label.plane(), plane -> new ArrayList<>()).add(slice);
            }
        }
        return byPlane;
    }

    private static EncodedPlane edited(EncodedPlane plane, List<MapSlice> slices) {
        List<NoiseMapValues> maps = new ArrayList<>(plane.tiles().noiseMaps());
        for (MapSlice slice : slices) {
            int map = slice.label().map();
            NoiseMapValues tiles = maps.get(map);
            MapLattice lattice = MapLattice.of(plane.tiling(), tiles.width());
            MapChange change = slice.since(lattice, lattice.blend(tiles));
            maps.set(map, lattice.changed(tiles, change));
        }
        return plane.withTiles(plane.tiles().withNoiseMaps(maps));
    }

    /** Whether the model decodes embeddings of these sizes. */
    private void checkFit(EncodedImage encoded) {
        Decoder decoder = autoencoder.decoder();
        EmbeddingValues tiles = encoded.planes().get(0).tiles();
        long[] latent =
                tiles.space() == LatentSpace.W_PLUS
                        ? new long[] {decoder.latentCount(), decoder.latentSize()}
                        : new long[] {decoder.latentSize()};
        int times = encoded.tiling().tile() / decoder.size();
        List<Integer> expected =
                decoder.noiseMapSizes().stream().map(side -> side * times).toList();
        List<Integer> sides = tiles.noiseMaps().stream().map(NoiseMapValues::width).toList();
        boolean fits =
                Arrays.equals(latent, tiles.latentShape().getShape())
                        && times * decoder.size() == encoded.tiling().tile()
                        && sides.equals(expected);
        if (!fits) {
            throw new OneModelException(
                    "The model '"
                            + options.model()
                            + "' can't decode '"
                            + encoded.template().title()
                            + "': it takes latent codes "
                            + Arrays.toString(latent)
                            + " and "
                            + expected.size()
                            + " noise maps, and these are "
                            + tiles.latentShape()
                            + " with "
                            + sides.size()
                            + (encoded.model().isEmpty()
                                    ? "; choose the model that they come from."
                                    : "; choose the model that they come from, "
                                            + encoded.model()
                                            + "."));
        }
    }
}
