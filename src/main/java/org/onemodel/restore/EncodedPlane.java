/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.onemodel.embedding.EmbeddingValues;
import org.onemodel.image.Normalization;
import org.onemodel.tile.Tiling;

/**
 * A plane as latent codes and noise maps, with all else that it takes to get the plane back: where
 * the tiles lie, what grey values the network's mean, and what the network was not shown. From
 * {@link PlaneCodec}, which decodes it; immutable.
 *
 * @param name what messages call the plane
 * @param tiling where the tiles lie
 * @param batch tiles that are computed at a time, which decides on the last bits
 * @param ranges for each channel, 1 or 3, the grey values that are -1 and 1 for the network
 * @param excess for each channel, in grey values, what is added to the network's answer
 * @param asIs whether the plane has no range of grey values, so that the excess is the plane and
 *     the network's answer of no meaning
 * @param tiles the embedding of the tiles, in the order of {@link Tiling#tiles}
 */
public record EncodedPlane(
        String name,
        Tiling tiling,
        int batch,
        List<Normalization> ranges,
        List<Excess> excess,
        boolean asIs,
        EmbeddingValues tiles) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there are not as many embeddings as tiles, or not as many
     *     ranges as channels
     */
    public EncodedPlane {
        ranges = List.copyOf(ranges);
        excess = List.copyOf(excess);
        if (tiles.count() != tiling.tileCount()) {
            throw new IllegalArgumentException(
                    name
                            + " has embeddings of "
                            + tiles.count()
                            + " tiles; expected "
                            + tiling.tileCount()
                            + ".");
        }
        if (ranges.size() != excess.size() || ranges.size() != 1 && ranges.size() != 3) {
            throw new IllegalArgumentException(
                    name
                            + " has "
                            + ranges.size()
                            + " ranges of grey values; expected 1 or 3, as many as channels.");
        }
    }

    /**
     * The same plane with another embedding.
     *
     * @param others an embedding of as many tiles
     * @return a new encoded plane
     */
    public EncodedPlane withTiles(EmbeddingValues others) {
        return new EncodedPlane(name, tiling, batch, ranges, excess, asIs, others);
    }

    /**
     * The same plane with ranges of grey values on the way to those of another plane.
     *
     * @param end the other plane, of as many channels
     * @param t from 0, where the ranges are this plane's, to 1, where they are the other's; both
     *     exactly
     * @return a new encoded plane
     * @throws IllegalArgumentException if the other plane has more or fewer channels
     */
    public EncodedPlane withRangesTowards(EncodedPlane end, double t) {
        List<Normalization> between =
                channels(end).mapToObj(c -> ranges.get(c).towards(end.ranges.get(c), t)).toList();
        return new EncodedPlane(name, tiling, batch, between, excess, asIs, tiles);
    }

    /**
     * The same plane with an excess on the way to that of another plane: what the network was not
     * shown of this one fades out, and that of the other in.
     *
     * @param end the other plane, of the same size and as many channels
     * @param t from 0, where the excess is this plane's, to 1, where it is the other's; both
     *     exactly
     * @return a new encoded plane
     * @throws IllegalArgumentException if the other plane has more or fewer channels
     */
    public EncodedPlane withExcessTowards(EncodedPlane end, double t) {
        List<Excess> between =
                channels(end).mapToObj(c -> excess.get(c).towards(end.excess.get(c), t)).toList();
        return new EncodedPlane(name, tiling, batch, ranges, between, asIs, tiles);
    }

    /**
     * The same plane without what the network was not shown.
     *
     * @return a new encoded plane, which decodes to the network's answer alone
     */
    public EncodedPlane withoutExcess() {
        List<Excess> none = Collections.nCopies(ranges.size(), Excess.none());
        return new EncodedPlane(name, tiling, batch, ranges, none, asIs, tiles);
    }

    private IntStream channels(EncodedPlane other) {
        if (other.ranges.size() != ranges.size()) {
            throw new IllegalArgumentException(
                    other.name
                            + " has "
                            + other.ranges.size()
                            + " channels; expected "
                            + ranges.size()
                            + ", as many as "
                            + name
                            + ".");
        }
        return IntStream.range(0, ranges.size());
    }

    /**
     * The same plane, decoded with more or fewer tiles at a time.
     *
     * @param tilesAtATime at least 1
     * @return a new encoded plane
     */
    EncodedPlane withBatch(int tilesAtATime) {
        return new EncodedPlane(name, tiling, tilesAtATime, ranges, excess, asIs, tiles);
    }
}
