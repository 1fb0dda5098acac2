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
import org.onemodel.restore.OneModelException;

/** What users write for the maps and the factors of a grid. */
class GridWordsTest {

    @Test
    void factorsAreAtEqualDistancesAndOneIsExact() {
        assertThat(GridFactors.parse("-2:3", 6).values())
                .containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
        assertThat(GridFactors.DEFAULT.values()).containsExactly(0.5, 0.75, 1.0, 1.25, 1.5);
        assertThat(GridFactors.parse(" 0.1 : 1.9 ", 7).values())
                .containsExactly(0.1, 0.4, 0.7, 1.0, 1.3, 1.6, 1.9);
        assertThat(GridFactors.parse("1:-1", 3).values()).containsExactly(1.0, 0.0, -1.0);
        assertThat(GridFactors.parse("0:1", 4).labels())
                .containsExactly("0", "0.333", "0.667", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "1:2:3", "a:b", "1:1", "NaN:2", "0:1e9", "0:Infinity", ":2"})
    void otherRangesAreRefused(String range) {
        assertThatThrownBy(() -> GridFactors.parse(range, 5))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith("The range is '")
                .hasMessageEndingWith(
                        "'; give the first and the last factor, two different numbers from -1000"
                                + " to 1000 such as 0.5:1.5.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 33, Integer.MAX_VALUE})
    void tooFewOrTooManyStepsAreRefused(int steps) {
        assertThatThrownBy(() -> GridFactors.parse("0:2", steps))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The steps are "
                                + steps
                                + "; give how many factors each map gets, from 2 to 32.");
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
