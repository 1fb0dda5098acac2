/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.explore.sweep.NoiseFactors;
import org.onemodel.restore.OneModelException;

/** What users write for the maps and the factors of a grid. */
class GridWordsTest {

    @Test
    void factorsAreAtEqualDistancesAndOneIsExact() {
        assertThat(NoiseFactors.range("0.5:1.5", 5)).isEqualTo(ColorGrid.DEFAULT_FACTORS);
        assertThat(NoiseFactors.range(" 0.1 : 1.9 ", 7).values())
                .containsExactly(0.1, 0.4, 0.7, 1.0, 1.3, 1.6, 1.9);
        assertThat(NoiseFactors.range("1:-1", 3).values()).containsExactly(1.0, 0.0, -1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "1:2:3", "a:b", "NaN:2", "0:Infinity", ":2"})
    void otherRangesAreRefused(String range) {
        assertThatThrownBy(() -> NoiseFactors.range(range, 5))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The range is '"
                                + range
                                + "'; give the first and the last factor, such as 0.5:1.5.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 1001, Integer.MAX_VALUE})
    void tooFewOrTooManyStepsAreRefused(int steps) {
        assertThatThrownBy(() -> NoiseFactors.range("0:2", steps))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The steps are " + steps + "; give 2 to 1000.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2,5|2|5", " 7 , 0 |7|0"})
    void twoMapsAreGivenByNumber(String text, int rows, int columns) {
        assertThat(GridMaps.parse(text)).isEqualTo(new GridMaps(rows, columns));
        assertThat(GridMaps.parse(" auto ").isAuto()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3,3", "1,2,3", "-1,-1", "all", "1;2", "99999,1"})
    void otherMapsAreRefused(String text) {
        assertThatThrownBy(() -> GridMaps.parse(text))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("The maps are '")
                .hasMessageContaining("give auto, or the numbers of two different noise maps");
    }
}
