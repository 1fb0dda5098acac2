/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.explore.pair.Crossover;
import org.onemodel.explore.pair.Interpolation;
import org.onemodel.explore.pair.StyleMix;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.TinyModel;
import org.onemodel.service.OneModelService;
import org.scijava.Context;

/** Macros that interpolate between two images and mix their styles. */
class PairMacroTest {

    @TempDir private static Path folder;
    private static MacroHost host;
    private static ImagePlus first;
    private static ImagePlus second;

    @BeforeAll
    static void start() throws IOException {
        host = new MacroHost(folder);
        first = TinyModel.image(40, 30, 1, 16);
        second = TinyModel.image(40, 30, 1, 16);
        second.getProcessor().flipHorizontal();
        IJ.saveAsTiff(first, path("a.tif"));
        IJ.saveAsTiff(second, path("b c.tif"));
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static String path(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }

    private static String open() {
        return "setBatchMode(true); close('*'); open('"
                + path("b c.tif")
                + "'); open('"
                + path("a.tif")
                + "');";
    }

    private static RestoreOptions options() {
        String model = folder.resolve("models/tiny").toString();
        return RestoreOptions.defaults().withModel(model).withDevice("cpu");
    }

    @Test
    void bothGiveTheSamePixelsAsTheService() {
        String answer =
                host.answer(
                        open()
                                + "run('OneModel Interpolate...', 'second=[b c.tif] model=tiny steps=3"
                                + " device=cpu');"
                                + "Stack.getDimensions(w, h, c, z, t);"
                                + "told = getTitle() + ' ' + t + ' ' + getInfo('slice.label');"
                                + "saveAs('tiff', '"
                                + path("way.tif")
                                + "');"
                                + "selectImage('a.tif');"
                                + "run('OneModel Mix Styles...', 'second=[b c.tif] model=tiny"
                                + " crossover=8x8 device=cpu');"
                                + "told = told + ', ' + getTitle();"
                                + "saveAs('tiff', '"
                                + path("mixed.tif")
                                + "'); return told;");
        assertThat(answer).isEqualTo("a-interpolated.tif 3 t = 0.00, a-mixed.tif");

        ImagePlus way = IJ.openImage(path("way.tif"));
        ImagePlus mixed = IJ.openImage(path("mixed.tif"));
        assertThat(way.getNFrames()).isEqualTo(3);
        assertThat(way.getCalibration().fps).isEqualTo(5);
        try (Context context = new Context(OneModelService.class)) {
            OneModelService service = context.service(OneModelService.class);
            Interpolation three = Interpolation.defaults().withSteps(3);
            ImagePlus expected =
                    service.explorer(options()).interpolate(first, second, three).get(0);
            for (int i = 1; i <= 3; i++) {
                assertThat(way.getStack().getPixels(i))
                        .as("image %d", i)
                        .isEqualTo(expected.getStack().getPixels(i));
            }
            StyleMix mix = StyleMix.defaults().withCrossover(Crossover.atResolution(8));
            assertThat(mixed.getProcessor().getPixels())
                    .isEqualTo(
                            service.explorer(options())
                                    .mixStyles(first, second, mix)
                                    .get(0)
                                    .getProcessor()
                                    .getPixels());
        }
    }

    @Test
    void aMontageIsASecondImage() {
        assertThat(
                        host.answer(
                                open()
                                        + "run('OneModel Interpolate...', 'second=[b c.tif] model=tiny"
                                        + " steps=2 show=both');"
                                        + "told = getTitle() + ' of ' + nImages;"
                                        + "selectImage('a-interpolation-montage.tif');"
                                        + "return told + ' ' + bitDepth();"))
                .isEqualTo("a-interpolated.tif of 4 24");
    }

    @Test
    void aMissingSecondImageOrAnotherSizeStopsTheMacro() {
        assertThat(
                        host.print(
                                open()
                                        + "run('OneModel Mix Styles...', 'model=tiny'); return 'went"
                                        + " on';"))
                .noneMatch(line -> line.contains("went on"))
                .anyMatch(line -> line.contains("The second image is missing or has no pixels"));
        assertThat(
                        host.print(
                                open()
                                        + "makeRectangle(1, 1, 9, 9);"
                                        + "run('OneModel Interpolate...', 'second=[b c.tif]"
                                        + " model=tiny'); return 'went on';"))
                .noneMatch(line -> line.contains("went on"))
                .anyMatch(
                        line ->
                                line.contains(
                                        "'a.tif' has 9 x 9 pixels in its selection and 'b c.tif' has"
                                                + " 40 x 30 pixels; both need one size"));
    }
}
