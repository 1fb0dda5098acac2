/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.restore.OneModelException;

class NoiseFactorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-2:3:6; [-2.0, -1.0, 0.0, 1.0, 2.0, 3.0]",
                " 0 : 1 : 11 ; [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]",
                "2:-1:4; [2.0, 1.0, 0.0, -1.0]",
                "-2:3:5; [-2.0, -0.75, 0.5, 1.75, 3.0]",
                "1:1:2; [1.0, 1.0]",
                "-2,0, 1.5; [-2.0, 0.0, 1.5]",
                "1e2; [100.0]"
            })
    void wordsAreRead(String text, String expected) {
        assertThat(NoiseFactors.parse(text).values()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1:2",
                "1:2:1",
                "1:2:2.5",
                "1:2:3:4",
                "1,,2",
                "NaN",
                "1;2",
                "1:2:-3",
                "1:2:99999999999",
                "1e9999999999"
            })
    void otherWordsAreRefused(String text) {
        assertThatThrownBy(() -> NoiseFactors.parse(text))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The factors are '"
                                + text
                                + "'; give FROM:TO:STEPS such as -2:3:6, with 2 steps or more, or a"
                                + " list such as -2,0,1,3.");
    }

    @Test
    void absurdNumbersAreRefused() {
        assertThatThrownBy(() -> NoiseFactors.parse("0:1:1001"))
                .isInstanceOf(OneModelException.class)
                .hasMessage("There are 1001 factors; give 1 to 1000.");
        assertThatThrownBy(() -> NoiseFactors.parse("0,1e39"))
                .isInstanceOf(OneModelException.class)
                .hasMessage("A factor for noise maps is 1.0E39; give finite numbers.");
        assertThatThrownBy(() -> NoiseFactors.of(Double.NaN))
                .isInstanceOf(OneModelException.class)
                .hasMessage("A factor for noise maps is NaN; give finite numbers.");
    }

    @ParameterizedTest
    @CsvSource({
        "-2, x -2",
        "1, x 1",
        "0, x 0",
        "-0.0, x 0",
        "0.3333333333, x 0.3333",
        "100, x 100",
        "-0.75, x -0.75",
        "123456, x 123500"
    })
    void labelsAreShort(double factor, String label) {
        assertThat(NoiseFactors.of(factor).label(0)).isEqualTo(label);
    }

    @Test
    void theDefaultIsThePapersRange() {
        assertThat(NoiseFactors.DEFAULT).isEqualTo(NoiseFactors.parse("-2:3:6"));
    }
}
