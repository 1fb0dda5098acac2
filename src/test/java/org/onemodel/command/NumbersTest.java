/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
        for (String text : List.of("abc", "1.5", "-1", "99999999999", "")) {
            assertThatThrownBy(() -> Numbers.whole("tile", text))
                    .isInstanceOf(OneModelException.class)
                    .hasMessage(
                            "The tile is '"
                                    + text
                                    + "'; give a positive whole number, or 0 for automatic.");
        }
    }

    @Test
    void seedsAreWholeNumbersOf64Bits() {
        assertThat(Numbers.seed("seed", " -9223372036854775808 ")).isEqualTo(Long.MIN_VALUE);
        assertThat(Numbers.seed("seed", "1.0E10")).isEqualTo(10_000_000_000L);
        for (String text : List.of("9223372036854775808", "0.5", "seven", "")) {
            assertThatThrownBy(() -> Numbers.seed("seed", text))
                    .isInstanceOf(OneModelException.class)
                    .hasMessage("The seed is '" + text + "'; give a whole number such as 7.");
        }
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
