/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandBlenderTest {

    @ParameterizedTest
    @CsvSource({
        "50, 70, 16, 4, 0, 0",
        "50, 70, 16, 8, 3, 5",
        "3, 200, 32, 8, 0, 0",
        "200, 3, 32, 16, 7, 0",
        "16, 16, 16, 0, 0, 0",
        "1, 1, 16, 8, 0, 0",
        "33, 47, 64, 32, 0, 9",
    })
    void bandsAreTheRowsOfThePlaneThatIsBlendedAtOnce(
            int width, int height, int side, int overlap, int dx, int dy) {
        Tiling tiling = new Tiling(width, height, side, overlap).withShift(dx, dy);
        TileBlender whole = new TileBlender(tiling);
        BandBlender bands = new BandBlender(tiling);
        Random random = new Random(1);
        float[] banded = new float[width * height];
        int[] tops = tiling.rows();
        int done = 0;
        for (int row = 0; row < tops.length; row++) {
            for (int x : tiling.columns()) {
                float[] values = new float[side * side];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextFloat();
                }
                whole.add(new Tile(x, tops[row]), values, 0);
                bands.add(new Tile(x, tops[row]), values, 0);
            }
            int end = bands.knownBefore(row + 1 < tops.length ? tops[row + 1] : height);
            float[] known = bands.take(end);
            System.arraycopy(known, 0, banded, done * width, known.length);
            done = end;
        }

        assertThat(done).isEqualTo(height);
        assertThat(banded).isEqualTo(whole.blend());
    }
}
