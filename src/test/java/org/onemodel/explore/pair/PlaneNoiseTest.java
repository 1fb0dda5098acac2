/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.embedding.NoiseMapValues;
import org.onemodel.restore.TinyModel;
import org.onemodel.tile.Tile;
import org.onemodel.tile.Tiling;

/** Random noise maps of tiles that overlap. */
class PlaneNoiseTest {

    private static Autoencoder tiny;

    @BeforeAll
    static void draw() {
        tiny = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    @Test
    void tilesHaveTheSameNumbersWhereTheyOverlap() {
        Tiling tiling = new Tiling(100, 70, 32, 8);
        List<NoiseMapValues> maps = PlaneNoise.of(tiny.decoder(), tiling, 1);
        NoiseMapValues finest = maps.get(maps.size() - 1);
        List<Tile> tiles = tiling.tiles();
        float[] left = finest.images()[0];
        float[] right = finest.images()[1];

        assertThat(finest.width()).isEqualTo(32);
        assertThat(tiles.get(1).x() - tiles.get(0).x()).isEqualTo(24);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 8; x++) {
                assertThat(right[y * 32 + x]).isEqualTo(left[y * 32 + 24 + x]);
            }
        }
        assertThat(right[8]).isNotEqualTo(left[8]);
    }

    @Test
    void mapsHaveTheGeneratorsSizesAndAreStandardNormal() {
        Tiling tiling = new Tiling(256, 256, 256, 0);
        List<NoiseMapValues> maps = PlaneNoise.of(tiny.decoder(), tiling, 1);

        assertThat(maps).extracting(NoiseMapValues::width).containsExactly(64, 128, 128, 256, 256);
        for (NoiseMapValues map : maps) {
            double sum = 0;
            double squares = 0;
            for (float value : map.images()[0]) {
                sum += value;
                squares += value * value;
            }
            int n = map.width() * map.height();
            assertThat(sum / n).isCloseTo(0, within(5 / Math.sqrt(n)));
            assertThat(squares / n).isCloseTo(1, within(8 / Math.sqrt(n)));
        }
        assertThat(maps.get(3).images()[0]).isNotEqualTo(maps.get(4).images()[0]);
    }
}
