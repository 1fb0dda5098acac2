/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class PixelShuffleTest {

    @Test
    void unfoldingUndoesFolding() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.arange(2 * 3 * 4 * 6).reshape(2, 3, 4, 6);
            NDArray folded = PixelShuffle.fold(x);
            assertThat(folded.getShape()).isEqualTo(new Shape(2, 12, 2, 3));
            assertThat(PixelShuffle.unfold(folded).contentEquals(x)).isTrue();
        }
    }

    @Test
    void theFourPixelsOfABlockBecomeConsecutiveChannelsRowByRow() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray block = manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 1, 2, 2));
            assertThat(PixelShuffle.fold(block).toFloatArray()).containsExactly(1, 2, 3, 4);
        }
    }
}
