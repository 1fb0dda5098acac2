/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTextTest {

    private static final int LINES = 3;
    private static final int WIDTH = 12;

    private static List<String> wrap(String text) {
        return WrappedText.wrap(text, LINES, WIDTH, String::length);
    }

    @Test
    void linesBreakAtSpacesAndFitTheWidth() {
        assertThat(wrap("how strong the noise is"))
                .containsExactly("how strong", "the noise is", " ");
    }

    @Test
    void aWordThatIsTooLongHasALineOfItsOwn() {
        assertThat(wrap("see https://example.org now"))
                .containsExactly("see", "https://example.org", "now");
    }

    @Test
    void whatDoesNotFitIsLeftOutAndThatIsSeen() {
        assertThat(wrap("one two three four five six seven eight nine"))
                .hasSize(LINES)
                .last()
                .asString()
                .endsWith(" ...");
    }

    @Test
    void noTextIsBlankLines() {
        assertThat(wrap("")).containsExactly(" ", " ", " ");
    }
}
