/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.evaluate.Psnr;

class TestImagesTest {

    private static final Path FOLDER = Path.of("test-images");

    @Test
    void theGeneratorGivesTheCommittedPixels() {
        for (ImagePlus drawn : TestImages.all()) {
            ImagePlus committed = open(FOLDER.resolve(drawn.getTitle()));
            assertThat(committed.getBitDepth()).isEqualTo(drawn.getBitDepth());
            assertThat(committed.getDimensions()).isEqualTo(drawn.getDimensions());
            for (int slice = 1; slice <= drawn.getStackSize(); slice++) {
                assertSamePixels(
                        drawn.getTitle() + ", slice " + slice,
                        committed.getStack().getProcessor(slice),
                        drawn.getStack().getProcessor(slice));
            }
        }
    }

    @Test
    void filesKeepCalibrationLabelsAndDisplayRange(@TempDir Path folder) throws IOException {
        TestImages.main(new String[] {folder.toString()});
        for (Path written : List.of(FOLDER, folder)) {
            ImagePlus stack = open(written.resolve("cells-stack-noisy.tif"));
            assertThat(stack.getCalibration().pixelWidth).isCloseTo(0.2, within(1e-9));
            assertThat(stack.getCalibration().pixelDepth).isEqualTo(1);
            assertThat(stack.getCalibration().getUnit()).isEqualTo("micron");
            assertThat(stack.getNSlices()).isEqualTo(5);
            assertThat(stack.getStack().getSliceLabel(3)).isEqualTo("z=2.0 um");
            ImagePlus clean = open(written.resolve("cells-stack-clean.tif"));
            assertThat(stack.getDisplayRangeMin()).isEqualTo(clean.getDisplayRangeMin());
            assertThat(stack.getDisplayRangeMax()).isEqualTo(clean.getDisplayRangeMax());
        }
    }

    /** PSNR of 17 to 23 dB is what Gaussian noise of σ = 18 to 36 of 255 gives. */
    @Test
    void noisyImagesAreClearlyNoisy() {
        for (String name : List.of("cells", "cells-stack", "tissue")) {
            ImagePlus clean = open(FOLDER.resolve(name + "-clean.tif"));
            ImagePlus noisy = open(FOLDER.resolve(name + "-noisy.tif"));
            for (int slice = 1; slice <= clean.getStackSize(); slice++) {
                assertThat(Psnr.ofChannels(shown(clean, slice), shown(noisy, slice)))
                        .as("PSNR of %s, slice %s", name, slice)
                        .isBetween(17.0, 23.0);
            }
        }
    }

    @Test
    void imagesStaySmallEnoughForTheRepository() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isBetween(1L, 3_000_000L);
    }

    @Test
    void theFolderMustBeNamed() {
        assertThatThrownBy(() -> TestImages.main(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pass one argument, the folder that the test images go to.");
    }

    private static ImagePlus open(Path file) {
        ImagePlus image = IJ.openImage(file.toString());
        assertThat(image).as("%s; run scripts/make-test-images", file).isNotNull();
        return image;
    }

    private static void assertSamePixels(
            String where, ImageProcessor committed, ImageProcessor drawn) {
        for (int i = 0; i < drawn.getPixelCount(); i++) {
            if (committed.get(i) != drawn.get(i)) {
                assertThat(committed.get(i))
                        .as(
                                "%s, x %s, y %s; run scripts/make-test-images",
                                where, i % drawn.getWidth(), i / drawn.getWidth())
                        .isEqualTo(drawn.get(i));
            }
        }
    }

    /** Grey values on the scale of the display range, 0..255, per channel. */
    private static float[][] shown(ImagePlus image, int slice) {
        ImageProcessor pixels = image.getStack().getProcessor(slice);
        boolean colour = image.getBitDepth() == 24;
        double min = colour ? 0 : image.getDisplayRangeMin();
        double scale = colour ? 1 : 255 / (image.getDisplayRangeMax() - min);
        float[][] channels = new float[colour ? 3 : 1][];
        for (int c = 0; c < channels.length; c++) {
            float[] values = (float[]) pixels.toFloat(c, null).getPixelsCopy();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((values[i] - min) * scale);
            }
            channels[c] = values;
        }
        return channels;
    }
}
