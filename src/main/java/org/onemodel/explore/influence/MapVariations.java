/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import java.util.List;
import org.onemodel.decoder.PartialDecoding;
import org.onemodel.embedding.Embedding;
import org.onemodel.restore.TileDecoder;
import org.onemodel.restore.Variations;

/**
 * Some noise maps, each alone times several factors; what comes before a map is computed once.
 *
 * @param from index of the first map
 * @param to index behind the last map
 * @param factors what each is multiplied by
 */
record MapVariations(int from, int to, List<Double> factors) implements Variations {

    @Override
    public int count() {
        return (to - from) * factors.size();
    }

    @Override
    public void decode(Embedding tiles, TileDecoder decoder) {
        PartialDecoding before = decoder.begin(tiles);
        for (int map = from; map < to; map++) {
            before = decoder.advance(before, tiles, map);
            for (double factor : factors) {
                Embedding scaled = tiles.scaleNoiseMap(map, factor);
                decoder.finish(before, scaled);
                scaled.noiseMaps().get(map).close();
            }
        }
    }
}
