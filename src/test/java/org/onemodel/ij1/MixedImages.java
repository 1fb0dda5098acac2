/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Small noisy images of all kinds that a folder of microscopists may hold. */
final class MixedImages {

    private static final List<String> KINDS =
            List.of(
                    "8-bit.tif",
                    "16-bit.tif",
                    "32-bit.tif",
                    "rgb.tif",
                    "stack.tif",
                    "hyperstack.tif",
                    "composite.tif",
                    "grey.png",
                    "rgb.png",
                    "photo.jpg",
                    "pixel.tif",
                    "holes.tif",
                    "calibrated.zip",
                    "grey.bmp",
                    "grey.gif",
                    "grey.pgm");

    private MixedImages() {}

    /** Writes some images of all kinds, with spaces and digits in their names. */
    static void write(Path folder, int count) {
        for (int i = 0; i < count; i++) {
            String name = KINDS.get(i % KINDS.size());
            String path = folder.resolve("image %02d %s".formatted(i, name)).toString();
            String extension = name.substring(name.lastIndexOf('.') + 1);
            save(image(i), path, extension);
        }
    }

    /** Writes an image in the format of an extension. */
    static void save(ImagePlus image, String path, String extension) {
        FileSaver saver = new FileSaver(image);
        boolean saved =
                switch (extension) {
                    case "png" -> saver.saveAsPng(path);
                    case "jpg" -> saver.saveAsJpeg(path);
                    case "bmp" -> saver.saveAsBmp(path);
                    case "gif" -> saver.saveAsGif(path);
                    case "pgm" -> saver.saveAsPgm(path);
                    case "zip" -> saver.saveAsZip(path);
                    default ->
                            image.getStackSize() > 1
                                    ? saver.saveAsTiffStack(path)
                                    : saver.saveAsTiff(path);
                };
        assertThat(saved).as(path).isTrue();
    }

    /** The image of a number: of another kind than those before, and with noise of its own. */
    static ImagePlus image(int number) {
        int seed = 100 + number;
        return switch (KINDS.get(number % KINDS.size())) {
            case "16-bit.tif" -> noisy("16-bit", 40, 30, 1, 1, 1, seed);
            case "32-bit.tif" -> noisy("32-bit", 33, 21, 1, 1, 1, seed);
            case "rgb.tif", "rgb.png", "photo.jpg" -> noisy("RGB", 35, 20, 1, 1, 1, seed);
            case "stack.tif" -> noisy("16-bit", 24, 24, 1, 5, 1, seed);
            case "hyperstack.tif" -> noisy("8-bit", 20, 16, 2, 2, 3, seed);
            case "composite.tif" ->
                    new CompositeImage(
                            noisy("16-bit", 32, 17, 3, 1, 1, seed), CompositeImage.COMPOSITE);
            case "pixel.tif" -> noisy("8-bit", 1, 1, 1, 1, 1, seed);
            case "holes.tif" -> withHoles(noisy("32-bit", 32, 32, 1, 1, 1, seed));
            case "calibrated.zip" -> calibrated(noisy("16-bit", 32, 32, 1, 1, 1, seed));
            default -> noisy("8-bit", 30, 26, 1, 1, 1, seed);
        };
    }

    private static ImagePlus noisy(
            String type, int width, int height, int channels, int slices, int frames, int seed) {
        ImagePlus image =
                IJ.createHyperStack("noisy", width, height, channels, slices, frames, bits(type));
        Random random = new Random(seed);
        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor plane = image.getStack().getProcessor(i);
            for (int p = 0; p < width * height; p++) {
                int grey = (int) (100 + p % width + 10 * random.nextGaussian());
                plane.set(p % width, p / width, type.equals("RGB") ? 0x010203 * (grey / 3) : 0);
                if (!type.equals("RGB")) {
                    plane.setf(p, Math.max(0, grey));
                }
            }
        }
        image.resetDisplayRange();
        return image;
    }

    private static int bits(String type) {
        return type.equals("RGB") ? 24 : Integer.parseInt(type.replace("-bit", ""));
    }

    private static ImagePlus withHoles(ImagePlus image) {
        image.getProcessor().setf(5, 5, Float.NaN);
        image.getProcessor().setf(9, 7, Float.POSITIVE_INFINITY);
        return image;
    }

    private static ImagePlus calibrated(ImagePlus image) {
        image.getCalibration().setUnit("um");
        image.getCalibration().pixelWidth = 0.2;
        image.getCalibration().pixelHeight = 0.2;
        return image;
    }
}
