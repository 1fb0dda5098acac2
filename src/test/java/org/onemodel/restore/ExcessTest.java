/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcessTest {

    private final Excess start = Excess.of(new float[] {0, 8, 0, -4, 0});
    private final Excess end = Excess.of(new float[] {4, 0, 0, 12, 0});

    @Test
    void betweenTwoChannelsOneFadesOutAndTheOtherIn() {
        assertThat(start.towards(end, 0.25).dense(5)).containsExactly(1, 6, 0, 0, 0);
        assertThat(start.towards(end, 0)).isSameAs(start);
        assertThat(start.towards(end, 1)).isSameAs(end);
    }

    @Test
    void whatIsNoNumberIsNoneInBetween() {
        Excess hole = Excess.of(new float[] {0, Float.NaN, 0, 0, 0});
        assertThat(start.towards(hole, 0.5).dense(5)).containsExactly(0, Float.NaN, 0, -2, 0);
        assertThat(hole.towards(start, 0.5).dense(5)[1]).isNaN();
    }

    @Test
    void noneIsNoneForAnySize() {
        assertThat(Excess.none().dense(3)).containsExactly(0, 0, 0);
        assertThat(Excess.none().towards(end, 0.5).dense(5)).containsExactly(2, 0, 0, 6, 0);
    }
}
