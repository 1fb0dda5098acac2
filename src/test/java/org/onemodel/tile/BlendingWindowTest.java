/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlendingWindowTest {

    @Test
    void theOutermostQuarterOfTheOverlapIsNeverTrusted() {
        BlendingWindow window = new BlendingWindow(new Tiling(1, 1, 64, 16));
        for (int i = 0; i < 4; i++) {
            assertThat(window.weight(i)).isZero();
            assertThat(window.weight(63 - i)).isZero();
        }
        assertThat(window.weight(4)).isPositive();
        assertThat(window.weight(11)).isLessThan(1);
        assertThat(window.weight(12)).isEqualTo(1);
        assertThat(window.weight(12, 3)).isZero();
    }

    @Test
    void theWeightRisesSmoothly() {
        BlendingWindow window = new BlendingWindow(new Tiling(1, 1, 64, 32));
        for (int i = 8; i < 24; i++) {
            float step = window.weight(i) - window.weight(i - 1);
            assertThat(step).isBetween(0f, (float) (Math.PI / 2 / 16));
        }
    }

    @Test
    void neighboursAddUpToOne() {
        for (int overlap = 0; overlap <= 16; overlap++) {
            Tiling tiling = new Tiling(200, 1, 32, overlap);
            float[] sums = new BlendingWindow(tiling).sums(tiling.columns(), 200);
            for (int x = overlap; x < 200 - overlap; x++) {
                assertThat(sums[x]).as("overlap %d, x %d", overlap, x).isCloseTo(1, within(1e-6f));
            }
        }
    }

    @Test
    void everyPixelHasWeightWhateverTheSizeAndShift() {
        for (int size = 1; size < 120; size++) {
            for (int tile : new int[] {1, 2, 3, 8, 21, 32}) {
                for (int overlap = 0; overlap <= tile / 2; overlap++) {
                    for (int shift = -3; shift < 40; shift += 7) {
                        Tiling tiling = new Tiling(size, 1, tile, overlap).withShift(shift, 0);
                        float[] sums = new BlendingWindow(tiling).sums(tiling.columns(), size);
                        float least = Float.MAX_VALUE;
                        for (float sum : sums) {
                            least = Math.min(least, sum);
                        }
                        assertThat(least).as("%s", tiling).isGreaterThan(0.2f);
                    }
                }
            }
        }
    }
}
