/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.montage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.image.figure.FontlessJava;
import org.onemodel.image.figure.Lettering;
import org.onemodel.restore.OneModelException;

class LabelledMontageTest {

    private static final int WHITE = 0xffffff;

    @Test
    void picturesLieInTheirCellsWithWhiteBetween() {
        LabelledMontage montage = new LabelledMontage(100, 120, 2, 3);
        ImagePlus image =
                montage.draw("grid", (row, column) -> constant(100, 120, 10 * row + column));
        MontageSheet places = montage.sheet();

        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                Rectangle cell = places.cell(row, column);
                assertThat(cell.getSize()).isEqualTo(new java.awt.Dimension(100, 120));
                int grey = 10 * row + column;
                assertThat(colours(image, cell)).containsOnly(grey << 16 | grey << 8 | grey);
                assertThat(image.getProcessor().get(cell.x - 1, cell.y) & WHITE).isEqualTo(WHITE);
                assertThat(image.getProcessor().get(cell.x, cell.y - 1) & WHITE).isEqualTo(WHITE);
            }
        }
        int gap = places.cell(0, 1).x - places.cell(0, 0).x - 100;
        assertThat(gap).isBetween(1, 6);
        assertThat(image.getTitle()).isEqualTo("grid");
        assertThat(image.getBitDepth()).isEqualTo(24);
        assertThat(image.getWidth()).isEqualTo(gap + 3 * (100 + gap));
        assertThat(image.getHeight()).isEqualTo(gap + 2 * (120 + gap));
    }

    @Test
    void labelsStandBesideAndAboveTheirCells() {
        LabelledMontage montage =
                new LabelledMontage(100, 100, 2, 2)
                        .withRowLabels(List.of("", "map 1"))
                        .withColumnLabels(List.of("0.5", ""))
                        .withHeading("H");
        ImageProcessor image = montage.draw("labels", (row, column) -> null).getProcessor();
        MontageSheet sheet = montage.sheet();
        Rectangle first = sheet.cell(0, 0);
        Rectangle last = sheet.cell(1, 1);

        assertThat(ink(image, beside(first))).isZero();
        assertThat(ink(image, beside(sheet.cell(1, 0)))).isGreaterThan(20);
        Rectangle above = above(first, 14);
        assertThat(ink(image, above)).isGreaterThan(20);
        assertThat(middleOfInk(image, above)).isCloseTo(above.getCenterX(), within(2));
        assertThat(ink(image, above(last, last.y - first.y + 14 - 100))).isZero();
        assertThat(ink(image, above(sheet.cell(0, 1), 14))).isZero();
        assertThat(ink(image, new Rectangle(0, 0, image.getWidth(), first.y - 14)))
                .as("the heading")
                .isGreaterThan(10);
        assertThat(ink(image, first) + ink(image, last)).as("cells without a picture").isZero();
    }

    @Test
    void tinyPicturesAreEnlargedByAWholeFactor() {
        LabelledMontage montage = new LabelledMontage(16, 8, 1, 1);
        ImageProcessor image = montage.draw("tiny", (row, column) -> ramp(16, 8)).getProcessor();
        Rectangle cell = montage.sheet().cell(0, 0);

        assertThat(cell.width).isEqualTo(96);
        assertThat(cell.height).isEqualTo(48);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 96; x++) {
                assertThat(image.get(cell.x + x, cell.y + y) & 0xff).isEqualTo(x / 6 + y / 6 * 16);
            }
        }
    }

    @Test
    void largePicturesAreAveraged() {
        LabelledMontage montage = new LabelledMontage(400, 200, 2, 2).withGreatestSide(210);
        ImagePlus image = montage.draw("small", (row, column) -> checkered(400, 200));
        Rectangle cell = montage.sheet().cell(1, 1);

        assertThat(Math.max(image.getWidth(), image.getHeight())).isBetween(206, 210);
        assertThat(cell.width - 2 * cell.height).isBetween(-1, 1);
        cell.grow(-1, -1);
        assertThat(colours(image, cell).stream().map(colour -> colour & 0xff))
                .as("neither the black nor the white squares alone")
                .allMatch(grey -> grey > 90 && grey < 165);
    }

    @Test
    void theWholeStaysBelowTheGreatestSideWithItsLabels() {
        for (int side : new int[] {150, 400, 1000, 3000}) {
            ImagePlus image =
                    new LabelledMontage(256, 256, 9, 11)
                            .withRowLabels(numbered("a rather long label ", 9))
                            .withColumnLabels(numbered("x ", 11))
                            .withHeading("A heading that is longer than all that is below it")
                            .withGreatestSide(side)
                            .draw("bounded", (row, column) -> null);
            assertThat(Math.max(image.getWidth(), image.getHeight()))
                    .isLessThanOrEqualTo(side)
                    .isGreaterThan(side * 8 / 10);
        }
    }

    @Test
    void tooManyPicturesAreRefused() {
        LabelledMontage montage = new LabelledMontage(64, 64, 3, 2000).withGreatestSide(1000);
        assertThatThrownBy(() -> montage.draw("many", (row, column) -> null))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "A montage of 2000 x 3 pictures does not fit into 1000 pixels; give fewer.");
        assertThatThrownBy(
                        () ->
                                new LabelledMontage(60_000, 60_000, Integer.MAX_VALUE, 60_000)
                                        .draw("absurd", (row, column) -> null))
                .isInstanceOf(OneModelException.class);
    }

    @Test
    void picturesOfAllTypesAreShownAsOnTheScreen() {
        ShortProcessor sixteen = new ShortProcessor(100, 100);
        sixteen.set(0, 0, 1000);
        sixteen.set(1, 0, 65535);
        FloatProcessor real = new FloatProcessor(100, 100);
        real.setf(0, 0, 500f);
        real.setf(1, 0, Float.NaN);
        ColorProcessor colour = white(100, 100);
        colour.set(0, 0, 0x123456);
        LabelledMontage montage = new LabelledMontage(100, 100, 1, 3).withDisplayRange(0, 1000);
        List<ImageProcessor> pictures = List.of(sixteen, real, colour);
        ImageProcessor image =
                montage.draw("types", (row, column) -> pictures.get(column)).getProcessor();

        assertThat(pixels(image, montage.sheet().cell(0, 0), 3)).containsExactly(WHITE, WHITE, 0);
        assertThat(pixels(image, montage.sheet().cell(0, 1), 3)).containsExactly(0x808080, 0, 0);
        assertThat(pixels(image, montage.sheet().cell(0, 2), 2)).containsExactly(0x123456, WHITE);
    }

    @Test
    void withoutARangeEachPictureHasItsOwn() {
        FloatProcessor dark = new FloatProcessor(100, 100);
        dark.setf(1, 0, 0.5f);
        dark.setMinAndMax(0, 0.5);
        ByteProcessor inverted = new ByteProcessor(100, 100);
        inverted.invertLut();
        ByteProcessor stretched = new ByteProcessor(100, 100);
        stretched.set(1, 0, 100);
        stretched.set(2, 0, 50);
        stretched.setMinAndMax(50, 100);
        ByteProcessor red = new ByteProcessor(100, 100);
        red.set(0, 0, 200);
        red.setLut(LUT.createLutFromColor(java.awt.Color.RED));
        List<ImageProcessor> pictures = List.of(dark, inverted, stretched, red);
        LabelledMontage montage = new LabelledMontage(100, 100, 1, 4);
        ImageProcessor image =
                montage.draw("own", (row, column) -> pictures.get(column)).getProcessor();

        assertThat(pixels(image, montage.sheet().cell(0, 0), 2)).containsExactly(0, WHITE);
        assertThat(pixels(image, montage.sheet().cell(0, 1), 1)).containsExactly(WHITE);
        assertThat(pixels(image, montage.sheet().cell(0, 2), 3)).containsExactly(0, WHITE, 0);
        assertThat(pixels(image, montage.sheet().cell(0, 3), 2)).containsExactly(0xc80000, 0);
    }

    @Test
    void aPictureOfAnotherSizeIsRefusedAndNoneIsChanged() {
        ByteProcessor picture = constant(100, 100, 7);
        byte[] before = ((byte[]) picture.getPixels()).clone();
        LabelledMontage montage = new LabelledMontage(100, 100, 1, 1).withGreatestSide(50);
        montage.draw("shrunk", (row, column) -> picture);

        assertThat((byte[]) picture.getPixels()).isEqualTo(before);
        assertThatThrownBy(() -> montage.draw("other", (row, column) -> constant(99, 100, 7)))
                .hasMessage("a picture of 99x100 pixels in a montage of pictures of 100x100");
        assertThatThrownBy(() -> montage.withRowLabels(List.of("one", "two")))
                .hasMessage("a montage of 1 rows can't have 2 labels");
    }

    @Test
    void longLabelsAreBrokenAndAtLastCut() {
        Lettering letters = new Lettering(10);
        int width = letters.width("Reconstruction");

        assertThat(Wrapping.lines("Reconstruction", letters, width, 2))
                .containsExactly("Reconstruction");
        assertThat(Wrapping.lines("Reconstruction of all", letters, width, 2))
                .containsExactly("Reconstruction", "of all");
        assertThat(Wrapping.lines("first\nsecond", letters, width, 3))
                .containsExactly("first", "second");
        assertThat(Wrapping.lines("one two three", letters, letters.width("three…"), 2))
                .containsExactly("one", "two …");
        List<String> cut = Wrapping.lines("Reconstructions", letters, width - 1, 1);
        assertThat(cut).hasSize(1);
        assertThat(cut.get(0)).startsWith("Reconstr").endsWith("…");
        assertThat(letters.width(cut.get(0))).isLessThan(width);
        assertThat(Wrapping.lines("wide", letters, 1, 1)).hasSize(1);
    }

    @Test
    void labelsOfNarrowColumnsDoNotTouch() {
        LabelledMontage montage =
                new LabelledMontage(100, 100, 1, 60)
                        .withColumnLabels(numbered("0.", 60))
                        .withGreatestSide(900);
        ImageProcessor image = montage.draw("narrow", (row, column) -> null).getProcessor();
        int top = montage.sheet().cell(0, 0).y;

        assertThat(montage.sheet().cell(0, 0).width).isLessThan(16);
        assertThat(ink(image, new Rectangle(0, 0, image.getWidth(), top))).isGreaterThan(100);
        assertThat(longestRunOfInkedColumns(image, top)).isLessThan(16);
    }

    /** Small servers have no fonts: then Java's own letters fail, and these are the same. */
    @Test
    @EnabledOnOs(OS.LINUX) // whose fonts a setting can take away
    void labelsAreTheSameWhereJavaFindsNoFonts(@TempDir Path folder)
            throws IOException, InterruptedException {
        assertThat(FontlessJava.run(folder, NoFontsProgram.class))
                .containsExactly(NoFontsProgram.FAILED, NoFontsProgram.checksum());
    }

    private static org.assertj.core.data.Offset<Double> within(double pixels) {
        return org.assertj.core.data.Offset.offset(pixels);
    }

    private static List<String> numbered(String words, int count) {
        return IntStream.range(0, count).mapToObj(i -> words + i).toList();
    }

    private static ByteProcessor constant(int width, int height, int grey) {
        ByteProcessor picture = new ByteProcessor(width, height);
        picture.setColor(grey);
        picture.fill();
        return picture;
    }

    private static ByteProcessor ramp(int width, int height) {
        ByteProcessor picture = new ByteProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            picture.set(i, i);
        }
        return picture;
    }

    private static ByteProcessor checkered(int width, int height) {
        ByteProcessor picture = new ByteProcessor(width, height);
        for (int i = 0; i < width * height; i++) {
            picture.set(i, (i % width + i / width) % 2 * 255);
        }
        return picture;
    }

    private static ColorProcessor white(int width, int height) {
        ColorProcessor picture = new ColorProcessor(width, height);
        picture.setColor(WHITE);
        picture.fill();
        return picture;
    }

    private static List<Integer> colours(ImagePlus image, Rectangle area) {
        List<Integer> colours = new ArrayList<>();
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                colours.add(image.getProcessor().get(x, y) & WHITE);
            }
        }
        return colours;
    }

    private static List<Integer> pixels(ImageProcessor image, Rectangle cell, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> image.get(cell.x + i, cell.y) & WHITE)
                .toList();
    }

    private static Rectangle beside(Rectangle cell) {
        return new Rectangle(0, cell.y, cell.x, cell.height);
    }

    private static Rectangle above(Rectangle cell, int height) {
        return new Rectangle(cell.x, cell.y - height, cell.width, height);
    }

    private static int ink(ImageProcessor image, Rectangle area) {
        int dark = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                dark += (image.get(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    private static double middleOfInk(ImageProcessor image, Rectangle area) {
        List<Integer> inked = new ArrayList<>();
        for (int x = area.x; x < area.x + area.width; x++) {
            if (ink(image, new Rectangle(x, area.y, 1, area.height)) > 0) {
                inked.add(x);
            }
        }
        return (Collections.min(inked) + Collections.max(inked) + 1) / 2.0;
    }

    private static int longestRunOfInkedColumns(ImageProcessor image, int height) {
        int run = 0;
        int longest = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            run = ink(image, new Rectangle(x, 0, 1, height)) > 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
