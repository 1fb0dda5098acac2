/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileReaderTest {

    @Test
    void mirroringDoesNotRepeatTheBorder() {
        int[] positions = IntStream.rangeClosed(-3, 6).map(i -> TileReader.mirror(i, 4)).toArray();
        assertThat(positions).containsExactly(3, 2, 1, 0, 1, 2, 3, 2, 1, 0);
    }

    @Test
    void mirroringGoesOnPeriodicallyForTinyImages() {
        int[] positions = IntStream.rangeClosed(-4, 5).map(i -> TileReader.mirror(i, 2)).toArray();
        assertThat(positions).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        assertThat(TileReader.mirror(-1_000_000_007L, 1)).isZero();
    }

    @Test
    void aSinglePixelFillsItsTile() {
        float[] target = new float[16];
        Tiling tiling = new Tiling(1, 1, 4, 2);
        TileReader.read(new float[] {7}, tiling, tiling.tiles().get(0), target, 0);
        assertThat(target).containsOnly(7);
    }

    @Test
    void aTileIsCopiedWithItsMirroredBorderToItsPlaceInTheBatch() {
        float[] plane = {1, 2, 3, 4, 5, 6};
        float[] target = new float[20];
        TileReader.read(plane, new Tiling(3, 2, 4, 2), new Tile(-1, -1), target, 3);
        assertThat(target)
                .containsExactly(0, 0, 0, 5, 4, 5, 6, 2, 1, 2, 3, 5, 4, 5, 6, 2, 1, 2, 3, 0);
    }

    @Test
    void aPlaneOfAnotherSizeIsRefused() {
        assertThatThrownBy(
                        () ->
                                TileReader.read(
                                        new float[5],
                                        new Tiling(3, 2, 4, 2),
                                        new Tile(0, 0),
                                        new float[16],
                                        0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The plane has 5 pixels; the tiling covers 3 x 2 = 6.");
    }

    @Test
    void aTargetThatIsTooSmallIsRefused() {
        assertThatThrownBy(
                        () ->
                                TileReader.read(
                                        new float[6],
                                        new Tiling(3, 2, 4, 2),
                                        new Tile(0, 0),
                                        new float[16],
                                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tile of 4 x 4 values at offset 1 does not fit into an array of 16.");
    }
}
