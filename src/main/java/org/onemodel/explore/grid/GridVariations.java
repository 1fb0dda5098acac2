/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.grid;

import java.util.List;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.embedding.Embedding;
import org.onemodel.restore.TileDecoder;
import org.onemodel.restore.Variations;

/**
 * Two noise maps, each times several factors: all pairs of factors, those of the coarser map in the
 * outer loop.
 *
 * <p>What a generator computes before the coarser map is computed once, and what it computes
 * between the two maps once for each factor of the coarser one.
 *
 * @param coarser index of the map that comes first
 * @param finer index of a later one
 * @param factors what each is multiplied by
 */
record GridVariations(int coarser, int finer, List<Double> factors) implements Variations {

    @Override
    public int count() {
        return factors.size() * factors.size();
    }

    @Override
    public void decode(Embedding tiles, TileDecoder decoder) {
        PartialDecoding common = decoder.advance(decoder.begin(tiles), tiles, coarser);
        for (double factor : factors) {
            Embedding scaled = tiles.scaleNoiseMap(coarser, factor);
            decoder.branch(common, scaled, finer, before -> decodeRow(scaled, before, decoder));
        }
    }

    private void decodeRow(Embedding scaled, PartialDecoding before, TileDecoder decoder) {
        for (double factor : factors) {
            Embedding both = scaled.scaleNoiseMap(finer, factor);
            decoder.finish(before, both);
            both.noiseMaps().get(finer).close();
        }
    }
}
