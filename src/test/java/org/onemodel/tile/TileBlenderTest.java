/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileBlenderTest {

    @Test
    void tilesThatAreNotChangedGiveTheImageBack() {
        int[][] sizes = {{1, 1}, {1, 90}, {2, 3}, {31, 47}, {64, 64}, {200, 133}};
        for (int[] size : sizes) {
            for (int overlap : new int[] {0, 1, 5, 16}) {
                Tiling tiling = new Tiling(size[0], size[1], 32, overlap);
                float[] plane = noise(size[0] * size[1]);
                assertSame(throughTiles(plane, tiling), plane, tiling);
                Tiling shifted = tiling.withShift(7, -11);
                assertSame(throughTiles(plane, shifted), plane, shifted);
            }
        }
    }

    @Test
    void constantPlanesStayConstant() {
        float[] plane = new float[100 * 70];
        Arrays.fill(plane, 0.7f);
        Tiling tiling = new Tiling(100, 70, 32, 8);
        assertSame(throughTiles(plane, tiling), plane, tiling);
    }

    @Test
    void whatLiesInTheOutermostQuarterOfTheOverlapNeverReachesTheImage() {
        Tiling tiling = new Tiling(100, 70, 32, 16);
        float[] plane = noise(100 * 70);
        TileBlender blender = new TileBlender(tiling);
        for (Tile tile : tiling.tiles()) {
            float[] values = new float[32 * 32];
            TileReader.read(plane, tiling, tile, values, 0);
            for (int y = 0; y < 32; y++) {
                for (int x = 0; x < 32; x++) {
                    int fromEdge = Math.min(Math.min(x, 31 - x), Math.min(y, 31 - y));
                    if (fromEdge < 4) {
                        values[y * 32 + x] = Float.NaN;
                    }
                }
            }
            blender.add(tile, values, 0);
        }
        assertSame(blender.blend(), plane, tiling);
    }

    @Test
    void aPixelAtTheBorderOfTheImageIsTakenFromTheTileThatHoldsIt() {
        Tiling tiling = new Tiling(48, 48, 64, 16);
        TileBlender blender = new TileBlender(tiling);
        float[] values = new float[64 * 64];
        Arrays.fill(values, 3);
        blender.add(tiling.tiles().get(0), values, 0);
        float[] expected = new float[48 * 48];
        Arrays.fill(expected, 3);
        assertSame(blender.blend(), expected, tiling);
    }

    @Test
    void aMissingTileIsReported() {
        Tiling tiling = new Tiling(100, 20, 32, 8);
        TileBlender blender = new TileBlender(tiling);
        List<Tile> tiles = tiling.tiles();
        for (Tile tile : tiles.subList(1, tiles.size())) {
            blender.add(tile, new float[32 * 32], 0);
        }
        assertThatThrownBy(blender::blend)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 of 5 tiles are missing; add all before blending.");
    }

    @Test
    void aTileIsAddedOnlyOnce() {
        Tiling tiling = new Tiling(10, 10, 32, 8);
        TileBlender blender = new TileBlender(tiling);
        Tile tile = tiling.tiles().get(0);
        blender.add(tile, new float[32 * 32], 0);
        assertThatThrownBy(() -> blender.add(tile, new float[32 * 32], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The tile at (-11, -11) was added before or is none of this tiling's.");
    }

    @Test
    void aBlenderIsUsedOnce() {
        Tiling tiling = new Tiling(10, 10, 32, 8);
        TileBlender blender = new TileBlender(tiling);
        blender.add(tiling.tiles().get(0), new float[32 * 32], 0);
        blender.blend();
        assertThatThrownBy(blender::blend)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This plane is already blended; make a new blender for the next.");
    }

    @Test
    void aPlaneTooLargeForOneArrayIsRefused() {
        assertThatThrownBy(() -> new TileBlender(new Tiling(100_000, 50_000, 256, 64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A plane of 100000 x 50000 pixels is too large for one array; crop it"
                                + " first.");
    }

    private static float[] throughTiles(float[] plane, Tiling tiling) {
        TileBlender blender = new TileBlender(tiling);
        int side = tiling.tile();
        float[] batch = new float[2 * side * side];
        for (Tile tile : tiling.tiles()) {
            TileReader.read(plane, tiling, tile, batch, side * side);
            blender.add(tile, batch, side * side);
        }
        return blender.blend();
    }

    private static float[] noise(int length) {
        Random random = new Random(5);
        float[] plane = new float[length];
        for (int i = 0; i < length; i++) {
            plane[i] = 2 * random.nextFloat() - 1;
        }
        return plane;
    }

    private static void assertSame(float[] actual, float[] expected, Tiling tiling) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= 1e-6f)) {
                assertThat(actual[i])
                        .as("%s at (%d, %d)", tiling, i % tiling.width(), i / tiling.width())
                        .isEqualTo(expected[i]);
            }
        }
    }
}
