/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;

class LetteringTest {

    @Test
    void lettersAreBlackAndSharp() {
        ColorProcessor image = white(40, 40);
        new Lettering(12).draw(image, "H", 5, 30);

        assertThat(image.get(5, 25) & 0xff).as("the left stem").isZero();
        assertThat(image.get(7, 22) & 0xff).as("beside it").isEqualTo(255);
        assertThat(image.get(10, 24) & 0xff).as("the bar").isZero();
        assertThat(image.get(14, 25) & 0xff).as("the right stem").isZero();
        assertThat(image.get(5, 33) & 0xff).as("below").isEqualTo(255);
    }

    @Test
    void everyCharacterHasInkAndUnknownOnesAreBoxes() {
        String box = rows("中");
        for (char character = '!'; character <= '~'; character++) {
            String drawn = rows(String.valueOf(character));
            assertThat(drawn).as("%s", character).contains("#").isNotEqualTo(box);
        }
        assertThat(rows("é")).isNotIn(rows("e"), rows("è"), box);
        assertThat(rows("ạ")).as("an accent that it lacks").isEqualTo(rows("a"));
        assertThat(rows("−×σψ±°…")).isNotEqualTo(box);
        assertThat(rows(" ")).doesNotContain("#");
    }

    @Test
    void lettersDifferFromEachOther() {
        String confusable = "Il1|O0Q5S2Z8B6Ggq9uvnr";
        assertThat(confusable.chars().mapToObj(c -> rows(Character.toString(c))).distinct().count())
                .isEqualTo(confusable.length());
    }

    @Test
    void lettersOutsideOfTheImageAreLeftOut() {
        ColorProcessor image = white(20, 10);
        new Lettering(30).draw(image, "WWW", -15, 4);
        new Lettering(9).draw(image, "W", 100, -50);

        assertThat(rowsOf(image)).contains("#", ".");
    }

    private static ColorProcessor white(int width, int height) {
        ColorProcessor picture = new ColorProcessor(width, height);
        picture.setColor(0xffffff);
        picture.fill();
        return picture;
    }

    /** A text's pixels as text. */
    private static String rows(String text) {
        ColorProcessor image = white(60, 30);
        new Lettering(10).draw(image, text, 4, 20);
        return rowsOf(image);
    }

    private static String rowsOf(ColorProcessor image) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < image.getPixelCount(); i++) {
            rows.append((image.get(i) & 0xff) < 128 ? '#' : '.');
        }
        return rows.toString();
    }
}
