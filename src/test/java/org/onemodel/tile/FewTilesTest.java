/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FewTilesTest {

    private static final int REACH = 24;

    @Test
    void aPartOfWhatIsWantedIsChosenAndNeverMoreThanFewTiles() {
        Random random = new Random(1);
        for (int trial = 0; trial < 2000; trial++) {
            int width = 1 + random.nextInt(3000);
            int height = 1 + random.nextInt(3000);
            int side = 16 << random.nextInt(6);
            Tiling tiling = new Tiling(width, height, side, random.nextInt(side / 2 + 1));
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            Block wanted =
                    new Block(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
            Block focus = new Block(random.nextInt(width), random.nextInt(height), 1, 1);

            Block chosen = FewTiles.of(tiling, wanted, focus, REACH);

            assertThat(wanted.grown(0, chosen)).as("%s in %s", chosen, wanted).isEqualTo(chosen);
            Block around = chosen.grown(REACH, tiling.plane());
            int along = 600 + 2 * side + 4 * REACH;
            int stride = side - tiling.overlap();
            assertThat(tiling.columns(around).length * stride).isLessThanOrEqualTo(along);
            assertThat(tiling.rows(around).length * stride).isLessThanOrEqualTo(along);
        }
    }

    @Test
    void ofManyPixelsThoseAroundTheFocusAreChosen() {
        Tiling tiling = new Tiling(30_000, 20_000, 256, 64);

        Block chosen = FewTiles.of(tiling, tiling.plane(), new Block(9_000, 700, 100, 80), REACH);

        Block around = chosen.grown(REACH, tiling.plane());
        assertThat(tiling.columns(around)).hasSize(3);
        assertThat(tiling.rows(around)).hasSize(3);
        assertThat(chosen.width()).isEqualTo(496);
        assertThat(chosen.height()).isEqualTo(496);
        assertThat(chosen.x() + 248).isBetween(8_950, 9_150);
        assertThat(chosen.y() + 248).isBetween(640, 840);
    }

    @Test
    void fewPixelsAreAllChosen() {
        Tiling tiling = new Tiling(30_000, 20_000, 256, 64);
        for (int x = 5_000; x < 5_500; x += 7) {
            Block wanted = new Block(x, x + 3, 300, 40);
            assertThat(FewTiles.of(tiling, wanted, tiling.plane(), REACH)).isEqualTo(wanted);
        }
    }
}
