/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageOpenerTest {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 7;

    @TempDir private Path folder;

    private static ImageProcessor drawn(ImageProcessor plane, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < plane.getPixelCount(); i++) {
            plane.set(i, random.nextInt(256));
        }
        return plane;
    }

    private Path stack(int channels, IntFunction<ImageProcessor> planes) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < 6; i++) {
            stack.addSlice(drawn(planes.apply(i), i));
        }
        ImagePlus image = new ImagePlus("", stack);
        image.setDimensions(channels, 6 / channels, 1);
        boolean colour = image.getBitDepth() == 24;
        Path file = folder.resolve("Größe " + image.getBitDepth() + ".tif");
        FileSaver saver =
                new FileSaver(channels > 1 && !colour ? new CompositeImage(image) : image);
        assertThat(saver.saveAsTiffStack(file.toString())).isTrue();
        return file;
    }

    private static void checkThatBothWaysAgree(Path file, boolean planewise) throws IOException {
        ImagePlus whole = ImageOpener.open(file).orElseThrow();
        ImagePlus virtual = ImageOpener.openVirtually(file).orElseThrow();
        assertThat(virtual.getStack().isVirtual()).isEqualTo(planewise);
        assertThat(virtual.getDimensions()).isEqualTo(whole.getDimensions());
        for (int i = 1; i <= whole.getStackSize(); i++) {
            assertThat(virtual.getStack().getProcessor(i).getPixels())
                    .as("plane %d", i)
                    .isEqualTo(whole.getStack().getProcessor(i).getPixels());
        }
    }

    @Test
    void planesThatAreReadOneByOneAreThoseOfTheWholeStack() throws IOException {
        checkThatBothWaysAgree(stack(2, i -> new ByteProcessor(WIDTH, HEIGHT)), true);
        checkThatBothWaysAgree(stack(2, i -> new ShortProcessor(WIDTH, HEIGHT)), true);
        checkThatBothWaysAgree(stack(3, i -> new FloatProcessor(WIDTH, HEIGHT)), true);
        checkThatBothWaysAgree(stack(1, i -> new ColorProcessor(WIDTH, HEIGHT)), true);
    }

    @Test
    void coloursWithChannelsWhichImageJCannotReadOneByOneAreReadAsAWhole() throws IOException {
        checkThatBothWaysAgree(stack(2, i -> new ColorProcessor(WIDTH, HEIGHT)), false);
    }

    @Test
    void otherFilesAreReadAsAWhole() throws IOException {
        Path file = folder.resolve("one.png");
        new FileSaver(new ImagePlus("", drawn(new ByteProcessor(WIDTH, HEIGHT), 1)))
                .saveAsPng(file.toString());
        ImagePlus image = ImageOpener.openVirtually(file).orElseThrow();
        assertThat(image.getStack().isVirtual()).isFalse();
        assertThat(image.getWidth()).isEqualTo(WIDTH);
    }

    @Test
    void aStackThatIsCutShortIsRefusedBothWays() throws IOException {
        Path file = stack(1, i -> new ShortProcessor(WIDTH, HEIGHT));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> ImageOpener.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString());
        assertThatThrownBy(() -> ImageOpener.openVirtually(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString());
    }
}
