/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macros in {@code plugins/} that make figures, without a display. */
class FigureMacrosTest {

    private static final int WIDTH = 128;
    private static final int GAP = 4;
    private static final int YELLOW = 0xffff00;
    private static final int WHITE = 0xffffff;

    /** A calibrated image of 64 by 48 pixels, brighter from left to right, shown from 50 to 200. */
    private static final String INPUT =
            "newImage('steps.tif', '8-bit ramp', 64, 48, 1); setMinAndMax(50, 200);"
                    + "run('Properties...', 'unit=micron pixel_width=0.5 pixel_height=0.5"
                    + " voxel_depth=1 channels=1 slices=1 frames=1'); ";

    @TempDir private static Path folder;
    private static MacroHost host;

    @BeforeAll
    static void start() throws IOException {
        host = new MacroHost(folder, "-Xmx1g");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static String run(String macro, String options) {
        Path file = Path.of("plugins", macro).toAbsolutePath();
        return "runMacro('%s', '%s'); ".formatted(file.toString().replace('\\', '/'), options);
    }

    /** What the macro makes, after checking that it leaves nothing else open. */
    private static ImagePlus figure(String before, String macro, String options, String title) {
        String file = folder.resolve("figure.png").toString().replace('\\', '/');
        List<String> printed =
                host.print(
                        before
                                + run(macro, options)
                                + "title = getTitle(); saveAs('png', '"
                                + file
                                + "'); return title + ', ' + nImages;");
        assertThat(printed).last().isEqualTo("ANSWER " + title + ", 2");
        return IJ.openImage(folder.resolve("figure.png").toString());
    }

    private static int colour(ImagePlus figure, int x, int y) {
        return figure.getProcessor().getPixel(x, y) & 0xffffff;
    }

    private static int grey(int value) {
        return value << 16 | value << 8 | value;
    }

    @Test
    void aMontageHasEveryMapWithItsLabel() {
        ImagePlus figure =
                figure(
                        INPUT,
                        "OneModel_Noise_Map_Montage.ijm",
                        "model=tiny device=cpu mode=normalized columns=3 width=64",
                        "steps-noise-map-montage");

        int strip = 2 * 9 + 10; // two lines of the smallest letters
        assertThat(figure.getWidth()).isEqualTo(3 * (64 + 6) + 6);
        assertThat(figure.getHeight()).isEqualTo(2 * (48 + strip + 6) + 6);
        for (int map = 0; map < 5; map++) {
            int x = 6 + map % 3 * (64 + 6);
            int y = 6 + map / 3 * (48 + strip + 6);
            assertThat(varies(figure, x, y, 64, strip)).as("label of map " + map).isTrue();
            assertThat(varies(figure, x, y + strip, 64, 48)).as("map " + map).isTrue();
        }
    }

    private static boolean varies(ImagePlus image, int x, int y, int width, int height) {
        image.setRoi(x, y, width, height);
        ImageProcessor part = image.crop().getProcessor();
        return part.getStatistics().stdDev > 0;
    }

    @Test
    void inputAndResultStandBesideEachOtherInTheSameRange() {
        ImagePlus figure =
                figure(
                        INPUT,
                        "OneModel_Before_After.ijm",
                        "model=tiny device=cpu noise=none residual=yes zoom=0 width=" + WIDTH,
                        "steps-before-after");

        int strip = figure.getHeight() - 96;
        assertThat(figure.getWidth()).isEqualTo(3 * (WIDTH + GAP) - GAP);
        assertThat(strip).isPositive();
        int value = 40 * 255 / 64; // the ramp at its 40th pixel
        int shown = (int) Math.round((value - 50) * 255 / 150.0);
        assertThat(colour(figure, 80, strip + 10) & 0xff).isBetween(shown - 2, shown + 2);
        assertThat(colour(figure, 81, strip + 11)).isEqualTo(colour(figure, 80, strip + 10));
        assertThat(colour(figure, WIDTH + 1, strip + 10)).as("between panels").isEqualTo(WHITE);
        assertThat(colour(figure, 2, strip + 10)).as("below the range").isEqualTo(grey(0));
    }

    @Test
    void whatIsSelectedIsEnlargedInTheCornerFarthestFromIt() {
        ImagePlus figure =
                figure(
                        INPUT + "makeRectangle(4, 4, 8, 6); ",
                        "OneModel_Before_After.ijm",
                        "model=tiny device=cpu noise=none zoom=3 width=" + WIDTH,
                        "steps-before-after");

        int strip = figure.getHeight() - 96;
        int left = WIDTH - 8 * 2 * 3;
        int top = strip + 96 - 6 * 2 * 3;
        assertThat(colour(figure, left, top)).as("its frame").isEqualTo(YELLOW);
        assertThat(colour(figure, 8, strip + 8)).as("the selection's frame").isEqualTo(YELLOW);
        assertThat(colour(figure, left + WIDTH + GAP, top)).as("beside it").isEqualTo(YELLOW);
    }

    @Test
    void onlyACalibratedImageHasAScaleBar() {
        String options = "model=tiny device=cpu noise=none zoom=0 width=" + WIDTH;
        String plain = "newImage('plain', '8-bit black', 64, 48, 1); ";
        String calibrated =
                plain
                        + "run('Properties...', 'unit=micron pixel_width=0.5 pixel_height=0.5"
                        + " voxel_depth=1 channels=1 slices=1 frames=1'); ";
        String macro = "OneModel_Before_After.ijm";
        ImagePlus without = figure(plain, macro, options, "plain-before-after");
        ImagePlus with = figure(calibrated, macro, options, "plain-before-after");

        int strip = with.getHeight() - 96;
        assertThat(varies(without, 0, strip, WIDTH, 96)).isFalse();
        // 5 of 32 microns are 20 of 128 pixels
        int bottom = strip + 96 - 2 * GAP - 1;
        int right = WIDTH - 2 * GAP;
        assertThat(colour(with, right - 1, bottom)).isEqualTo(WHITE);
        assertThat(colour(with, right - 20, bottom)).isEqualTo(WHITE);
        assertThat(colour(with, right - 22, bottom)).isEqualTo(grey(0));
        assertThat(colour(with, right + 2, bottom)).isEqualTo(grey(0));
    }

    @Test
    void aWrongWordIsRefusedByName() {
        assertThat(host.print(INPUT + run("OneModel_Before_After.ijm", "residual=perhaps")))
                .contains("The residual is 'perhaps'; give yes or no.");
        assertThat(host.print(INPUT + run("OneModel_Before_After.ijm", "zoom=much")))
                .contains("The zoom must be 0 or more.");
        assertThat(host.print(run("OneModel_Noise_Map_Montage.ijm", "")))
                .contains("There is no image; open one first.");
    }
}
