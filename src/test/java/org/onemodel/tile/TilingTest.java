/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TilingTest {

    @Test
    void aPlaneThatFitsWithItsMarginTakesOneCentredTile() {
        assertThat(new Tiling(48, 40, 64, 16).tiles()).containsExactly(new Tile(-8, -12));
        assertThat(new Tiling(1, 1, 64, 16).tiles()).containsExactly(new Tile(-31, -31));
    }

    @Test
    void aPlaneOnePixelTooWideTakesTwoTiles() {
        assertThat(new Tiling(49, 40, 64, 16).tileCount()).isEqualTo(2);
    }

    @Test
    void everyGridCoversThePlaneAndHalfTheOverlapAroundIt() {
        for (int size = 1; size < 150; size += 7) {
            for (int tile : new int[] {1, 2, 5, 16, 33}) {
                for (int overlap = 0; overlap <= tile / 2; overlap++) {
                    for (int shift : new int[] {0, 1, -1, 3, 17, -100, 1000}) {
                        Tiling tiling = new Tiling(size, 1, tile, overlap).withShift(shift, 0);
                        assertCovers(tiling);
                    }
                }
            }
        }
    }

    private static void assertCovers(Tiling tiling) {
        int[] starts = tiling.columns();
        int margin = tiling.overlap() / 2;
        int last = starts[starts.length - 1];
        assertThat(starts[0]).as("start of %s", tiling).isLessThanOrEqualTo(-margin);
        assertThat(last + tiling.tile())
                .as("end of %s", tiling)
                .isGreaterThanOrEqualTo(tiling.width() + margin);
        for (int i = 1; i < starts.length; i++) {
            assertThat(starts[i - 1] + tiling.tile() - starts[i])
                    .as("overlap of %s", tiling)
                    .isEqualTo(tiling.overlap());
        }
    }

    @Test
    void aShiftMovesTheGrid() {
        Tiling tiling = new Tiling(500, 300, 64, 16);
        Tiling shifted = tiling.withShift(5, 9);
        int stride = 48;
        Tile first = tiling.tiles().get(0);
        Tile moved = shifted.tiles().get(0);
        assertThat(Math.floorMod(moved.x() - first.x(), stride)).isEqualTo(5);
        assertThat(Math.floorMod(moved.y() - first.y(), stride)).isEqualTo(9);
    }

    @Test
    void tilesAreListedRowByRow() {
        var tiles = new Tiling(100, 100, 64, 0).tiles();
        assertThat(tiles)
                .containsExactly(
                        new Tile(-14, -14), new Tile(50, -14), new Tile(-14, 50), new Tile(50, 50));
    }

    @Test
    void planesOfMoreThanTwoBillionPixelsAreCountedRight() {
        Tiling tiling = new Tiling(100_000, 50_000, 256, 64);
        assertThat(tiling.pixels()).isEqualTo(5_000_000_000L);
        assertThat(tiling.tileCount()).isEqualTo(521L * 261L);
        assertThat(new Tiling(Integer.MAX_VALUE, Integer.MAX_VALUE, 1 << 20, 0).tileCount())
                .isEqualTo(2048L * 2048L);
    }

    @Test
    void anOverlapOfMoreThanHalfATileIsRefused() {
        assertThatThrownBy(() -> new Tiling(10, 10, 64, 33))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The overlap of the tiles is 33 pixels; expected 0 to 32, half of the tile"
                                + " size 64.");
        assertThatThrownBy(() -> new Tiling(10, 10, 64, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is -1 pixels");
    }

    @Test
    void emptyPlanesAndTilesAreRefused() {
        assertThatThrownBy(() -> new Tiling(0, 10, 64, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A plane of 0 x 10 pixels can't be tiled; expected at least 1 x 1.");
        assertThatThrownBy(() -> new Tiling(10, 10, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tile size is 0; expected at least 1 pixel.");
    }
}
