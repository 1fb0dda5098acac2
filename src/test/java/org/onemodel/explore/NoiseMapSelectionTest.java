/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.restore.OneModelException;

class NoiseMapSelectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "all; [0, 1, 2, 3, 4, 5]",
                " all ; [0, 1, 2, 3, 4, 5]",
                "0; [0]",
                "5; [5]",
                "3-5; [3, 4, 5]",
                "5, 0-1; [0, 1, 5]",
                "2,2,1-3; [1, 2, 3]"
            })
    void wordsAreRead(String text, String expected) {
        assertThat(NoiseMapSelection.parse(text).indices("tiny", 6)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "some", "-1", "1.0", "3-1", "1,,2", "1,", "0x1", "99999", "1-"})
    void otherWordsAreRefused(String text) {
        assertThatThrownBy(() -> NoiseMapSelection.parse(text))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The map is '"
                                + text
                                + "'; give all, the number of a noise map from 0, the coarsest, or"
                                + " several such as 0,3-5.");
    }

    @Test
    void numbersAreTakenInAnyOrder() {
        assertThat(NoiseMapSelection.of(4, 1, 4).indices("tiny", 6)).containsExactly(1, 4);
        assertThatThrownBy(() -> NoiseMapSelection.of(2, -3))
                .isInstanceOf(OneModelException.class)
                .hasMessage("There is no noise map -3; 0 is the first, the coarsest.");
    }

    @Test
    void mapsThatAModelLacksAreRefused() {
        assertThatThrownBy(() -> NoiseMapSelection.parse("0-6").indices("tiny", 6))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "There is no noise map 6: the model 'tiny' has maps 0 (coarsest) to 5.");
    }
}
