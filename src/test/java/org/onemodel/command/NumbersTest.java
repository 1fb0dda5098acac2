/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.onemodel.restore.OneModelException;

class NumbersTest {

    @Test
    void wholeNumbersMayLookLikeAMacrosVariables() {
        assertThat(Numbers.whole("tile", "64")).isEqualTo(64);
        assertThat(Numbers.whole("tile", " 64.0 ")).isEqualTo(64);
        assertThat(Numbers.whole("tile", "0")).isZero();
    }

    @Test
    void whatIsNoWholeNumberIsRefusedByName() {
        assertThatThrownBy(() -> Numbers.whole("tile", "abc"))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The tile is 'abc'; give a whole number such as 8, or 0 for automatic.");
        assertThatThrownBy(() -> Numbers.whole("tile", "1.5"))
                .hasMessage(
                        "The tile is '1.5'; give a smaller or whole number, or 0 for automatic.");
        assertThatThrownBy(() -> Numbers.whole("tile", "99999999999"))
                .hasMessageStartingWith("The tile is '99999999999'; give a smaller");
        assertThatThrownBy(() -> Numbers.whole("tile", "-1"))
                .hasMessage("The tile is '-1'; give a number from 0, or 0 for automatic.");
    }

    @Test
    void realNumbersAreFinite() {
        assertThat(Numbers.real("factor", "-0.5e1")).isEqualTo(-5);
        assertThatThrownBy(() -> Numbers.real("factor", "NaN"))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The factor is 'NaN'; give a number such as 0.5.");
        assertThatThrownBy(() -> Numbers.real("factor", ""))
                .hasMessage("The factor is ''; give a number such as 0.5.");
    }
}
