/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.embedding.Embedding;
import org.onemodel.restore.TileDecoder;
import org.onemodel.restore.Variations;

/**
 * One noise map after the other, multiplied by one factor after the other.
 *
 * <p>What the decoder computes before it adds a map does not depend on that map's factor, nor on
 * later maps: so the decoder is run once from coarse to fine, and finished from before each map for
 * each factor. The factor 1 gives the same image for all maps and is decoded once.
 *
 * @param maps indices of noise maps, ascending
 * @param factors the factors
 */
public record ScaledMaps(List<Integer> maps, List<Double> factors) implements Variations {

    private static final double UNCHANGED = 1;

    /** Factors that change something. */
    private List<Double> changing() {
        return factors.stream().filter(factor -> factor != UNCHANGED).toList();
    }

    @Override
    public int count() {
        int changing = changing().size();
        return maps.size() * changing + (changing < factors.size() ? 1 : 0);
    }

    /**
     * Where an image is among the variations.
     *
     * @param map which of the maps
     * @param factor which of the factors
     * @return its index, the same for all maps if the factor is 1
     */
    int index(int map, int factor) {
        List<Double> changing = changing();
        if (factors.get(factor) == UNCHANGED) {
            return maps.size() * changing.size();
        }
        int before = 0;
        for (double value : factors.subList(0, factor)) {
            before += value == UNCHANGED ? 0 : 1;
        }
        return map * changing.size() + before;
    }

    @Override
    public void decode(Embedding tiles, TileDecoder decoder) {
        List<Double> changing = changing();
        PartialDecoding before = decoder.begin(tiles);
        for (int map : maps) {
            before = decoder.advance(before, tiles, map);
            for (double factor : changing) {
                Embedding scaled = tiles.scaleNoiseMap(map, factor);
                try (NDArray ignored = scaled.noiseMaps().get(map)) {
                    decoder.finish(before, scaled);
                }
            }
        }
        if (changing.size() < factors.size()) {
            decoder.finish(before, tiles);
        }
    }
}
