/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockGridTest {

    /** What filters see around a block. */
    private static final int REACH = 24;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 16, 4, 20",
        "50, 70, 16, 4, 20",
        "50, 70, 16, 8, 1",
        "3, 200, 32, 8, 70",
        "1000, 777, 64, 0, 300",
        "1000, 777, 64, 32, 100",
        "1000, 777, 64, 16, 5000",
    })
    void everyPixelIsInOneBlock(int width, int height, int tile, int overlap, int side) {
        BlockGrid grid = BlockGrid.of(new Tiling(width, height, tile, overlap), side);
        int[] times = new int[width * height];
        for (int row = 0; row * grid.height() < height + grid.top(); row++) {
            for (int column = 0; column * grid.width() < width + grid.left(); column++) {
                Block block = grid.block(column, row);
                for (int y = block.y(); y < block.bottom(); y++) {
                    for (int x = block.x(); x < block.right(); x++) {
                        times[y * width + x]++;
                    }
                }
            }
        }
        assertThat(times).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({"30000, 30000", "30011, 29993", "29990, 30101", "30077, 8000"})
    void blocksOfNStridesTakeNPlusOneTilesAlongEachAxis(int width, int height) {
        Tiling tiling = new Tiling(width, height, 256, 64);
        BlockGrid grid = BlockGrid.of(tiling, 1000);
        assertThat(grid.width()).isEqualTo(5 * 192);
        assertThat(grid.height()).isEqualTo(5 * 192);
        long tiles = 0;
        for (int row = 0; row * grid.height() < height + grid.top(); row++) {
            for (int column = 0; column * grid.width() < width + grid.left(); column++) {
                Block around = grid.block(column, row).grown(REACH, tiling.plane());
                int columns = tiling.columns(around).length;
                int rows = tiling.rows(around).length;
                assertThat(columns).isLessThanOrEqualTo(6);
                assertThat(rows).isLessThanOrEqualTo(6);
                tiles += (long) columns * rows;
            }
        }
        assertThat((double) tiles / tiling.tileCount()).isBetween(1.3, 1.44);
    }

    @Test
    void aPlaneOfOneTileIsOneBlock() {
        BlockGrid grid = BlockGrid.of(new Tiling(20, 30, 64, 16), 1);
        assertThat(grid.block(0, 0)).isEqualTo(new Block(0, 0, 20, 30));
    }
}
