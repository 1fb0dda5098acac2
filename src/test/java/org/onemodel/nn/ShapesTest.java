/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ShapesTest {

    @Test
    void aFittingTensorPassesThrough() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.zeros(new Shape(2, 3));
            assertThat(Shapes.check("x", x, Shapes.ANY, 3)).isSameAs(x);
        }
    }

    @Test
    void theMessageHasTheActualAndTheExpectedShape() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray x = manager.zeros(new Shape(2, 3));
            assertThatThrownBy(() -> Shapes.check("latent code", x, Shapes.ANY, 4))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("latent code has shape (2, 3), expected (any, 4)");
        }
    }

    @Test
    void powersOfTwoAreKnown() {
        assertThat(Shapes.isPowerOfTwo(64)).isTrue();
        assertThat(Shapes.isPowerOfTwo(48)).isFalse();
        assertThat(Shapes.isPowerOfTwo(0)).isFalse();
    }
}
