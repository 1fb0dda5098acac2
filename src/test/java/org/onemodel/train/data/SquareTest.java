/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.onemodel.image.Normalization;

class SquareTest {

    private static final GreyMap RAW = new GreyMap(1, 0);

    /** Values 0 to 11 in three rows of four. */
    private static final StoredPlane COUNTING =
            StoredPlane.of(
                    new ByteProcessor(4, 3, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));

    private static float[] cut(int symmetry) {
        return Arrays.copyOf(new Square(1, 1, 2, symmetry).cut(COUNTING, RAW, false), 4);
    }

    @Test
    void theEightSymmetriesAreFlipsAndTurns() {
        assertThat(cut(0)).containsExactly(5, 6, 9, 10);
        assertThat(cut(1)).containsExactly(6, 5, 10, 9);
        assertThat(cut(2)).containsExactly(9, 10, 5, 6);
        assertThat(cut(3)).containsExactly(10, 9, 6, 5);
        assertThat(cut(4)).containsExactly(5, 9, 6, 10);
        assertThat(cut(5)).containsExactly(9, 5, 10, 6);
        assertThat(cut(6)).containsExactly(6, 10, 5, 9);
        assertThat(cut(7)).containsExactly(10, 6, 9, 5);
    }

    @Test
    void randomSquaresReachEachPlaceAndStayInside() {
        SplittableRandom random = new SplittableRandom(1);
        Set<Square> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Square square = Square.random(4, 3, 2, true, random);
            square.cut(COUNTING, RAW, false);
            seen.add(square);
        }
        assertThat(seen).hasSize(3 * 2 * 8);
        assertThat(Square.random(4, 3, 2, false, random).symmetry()).isZero();
    }

    @Test
    void coloursBecomeRedGreenAndBlueOrLuma() {
        ColorProcessor plane = new ColorProcessor(1, 1, new int[] {0xffff8000});
        GreyMap map = GreyMap.of(Normalization.ofRange(0, 255));
        Square all = new Square(0, 0, 1, 0);
        assertThat(all.cut(StoredPlane.of(plane), map, false))
                .containsExactly(new float[] {1, 128 / 127.5f - 1, -1}, within(1e-6f));
        float luma = (0.299f * 255 + 0.587f * 128) / 127.5f - 1;
        assertThat(all.cut(StoredPlane.of(plane), map, true))
                .containsExactly(new float[] {luma, luma, luma}, within(1e-6f));
    }

    @Test
    void resizingAveragesWholePlanesOfAnyAspect() {
        FloatProcessor halves = new FloatProcessor(40, 10);
        for (int y = 0; y < 10; y++) {
            for (int x = 20; x < 40; x++) {
                halves.setf(x, y, 100);
            }
        }
        StoredPlane small = StoredPlane.resized(halves, 4);
        assertThat(small.width()).isEqualTo(4);
        assertThat(small.height()).isEqualTo(4);
        float[] row = new float[4];
        small.pixels().copy(0, 8, 1, row, 0, 4);
        assertThat(row[0]).isCloseTo(0, within(1f));
        assertThat(row[3]).isCloseTo(100, within(1f));
        assertThat((row[0] + row[1] + row[2] + row[3]) / 4).isCloseTo(50, within(0.1f));
    }

    @Test
    void leastSquaresFindsTheAffineMap() {
        float[][] values = {{1, 2, 3, 4}};
        float[][] others = {{13, 15, 17, 19}};
        GreyMap map = GreyMap.leastSquares(values, others);
        assertThat(map.scale()).isCloseTo(2, within(1e-9));
        assertThat(map.shift()).isCloseTo(11, within(1e-9));
        float[][] flat = {{5, 5, 5, 5}};
        assertThat(GreyMap.leastSquares(flat, others)).isEqualTo(new GreyMap(1, 11));
    }
}
