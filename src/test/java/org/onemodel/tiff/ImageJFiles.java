/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;

/** Images of ImageJ, and the files that it makes of them. */
final class ImageJFiles {

    private ImageJFiles() {}

    /** An image of random pixels over the whole range of its type. */
    static ImagePlus random(int width, int height, int depth, int bits) {
        Random random = new Random(bits);
        ImageStack stack = new ImageStack(width, height);
        for (int z = 0; z < depth; z++) {
            ImageProcessor plane =
                    switch (bits) {
                        case 8 -> new ByteProcessor(width, height);
                        case 16 -> new ShortProcessor(width, height);
                        case 24 -> new ColorProcessor(width, height);
                        default -> new FloatProcessor(width, height);
                    };
            for (int i = 0; i < width * height; i++) {
                switch (bits) {
                    case 24 -> plane.set(i, random.nextInt() | 0xff000000);
                    case 32 -> plane.setf(i, (float) random.nextGaussian());
                    default -> plane.set(i, random.nextInt(1 << bits));
                }
            }
            stack.addSlice(plane);
        }
        return new ImagePlus("random", stack);
    }

    /** Saves an image with ImageJ. */
    static void save(ImagePlus image, Path file, ByteOrder order) throws IOException {
        boolean before = Prefs.intelByteOrder;
        Prefs.intelByteOrder = order == ByteOrder.LITTLE_ENDIAN;
        try {
            FileSaver saver = new FileSaver(image);
            boolean saved =
                    image.getStackSize() > 1
                            ? saver.saveAsTiffStack(file.toString())
                            : saver.saveAsTiff(file.toString());
            if (!saved) {
                throw new IOException("ImageJ did not save " + file);
            }
        } finally {
            Prefs.intelByteOrder = before;
        }
    }

    /** Checks that two images have the same pixels. */
    static void assertSamePixels(ImagePlus actual, ImagePlus expected) {
        assertThat(actual.getStackSize()).isEqualTo(expected.getStackSize());
        assertThat(actual.getBitDepth()).isEqualTo(expected.getBitDepth());
        for (int i = 1; i <= expected.getStackSize(); i++) {
            assertThat(actual.getStack().getPixels(i))
                    .as("slice %d", i)
                    .isEqualTo(expected.getStack().getPixels(i));
        }
    }

    /** Checks that a file has the pixels of an image. */
    static void assertSamePixels(TiffPlanes actual, ImagePlus expected) throws IOException {
        assertThat(actual.count()).isEqualTo(expected.getStackSize());
        for (int i = 0; i < actual.count(); i++) {
            float[][] values = Rows.all(actual.plane(i));
            ImageProcessor slice = expected.getStack().getProcessor(i + 1);
            for (int c = 0; c < values.length; c++) {
                assertThat(values[c])
                        .as("channel %d of plane %d", c, i)
                        .isEqualTo(slice.toFloat(c, null).getPixels());
            }
        }
    }
}
