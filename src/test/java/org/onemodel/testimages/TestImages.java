/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.testimages;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.onemodel.evaluate.GaussianNoise;

/**
 * The images in {@code test-images/}: pairs of a clean and a noisy one, drawn from seeds and so
 * free of anybody's rights. {@code scripts/make-test-images} writes them anew.
 *
 * <p>All arithmetic is exact on every machine ({@code StrictMath}, {@code java.util.Random}), so
 * that the same seeds give the same pixels.
 */
public final class TestImages {

    private static final long CELLS_SEED = 11;
    private static final long STACK_SEED = 23;
    private static final long TISSUE_SEED = 5;

    private static final double PIXEL_MICRONS = 0.2;
    private static final double SLICE_MICRONS = 1;
    private static final int SLICES = 5;
    private static final double CELLS_FOCUS_MICRONS = 1.3;
    private static final double TISSUE_SIGMA = 25;

    /** A weakly lit sample: 44 photons make white, so that the noise is near σ = 22 of 255. */
    private static final Camera CAMERA = new Camera(44, 2.2, 10, 100);

    private TestImages() {}

    /**
     * Writes all images as ImageJ TIFF.
     *
     * @param args one argument, the folder; it is made when missing
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "Pass one argument, the folder that the test images go to.");
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (ImagePlus image : all()) {
            Path file = folder.resolve(image.getTitle());
            if (!new FileSaver(image).saveAsTiff(file.toString())) {
                throw new IOException("Cannot write " + file + "; is the folder writable?");
            }
        }
    }

    /** All images; the title of each is the name of its file. */
    public static List<ImagePlus> all() {
        List<ImagePlus> images = new ArrayList<>(cells());
        images.addAll(cellStacks());
        images.addAll(tissue());
        return images;
    }

    /** Fluorescent cells, 512 x 512, 16 bit, 0.2 µm per pixel: clean, noisy. */
    static List<ImagePlus> cells() {
        Plane light = new CellScene(512, 512, CELLS_SEED).focus(CELLS_FOCUS_MICRONS);
        short[] noisy = CAMERA.exposeBriefly(light, new Random(CELLS_SEED));
        return List.of(
                cellImage(
                        "cells-clean.tif",
                        new ShortProcessor(512, 512, CAMERA.expose(light), null)),
                cellImage("cells-noisy.tif", new ShortProcessor(512, 512, noisy, null)));
    }

    /** The focus moves up through cells, 256 x 256, 5 slices of 1 µm, 16 bit: clean, noisy. */
    static List<ImagePlus> cellStacks() {
        CellScene scene = new CellScene(256, 256, STACK_SEED);
        Random random = new Random(STACK_SEED);
        ImageStack clean = new ImageStack(256, 256);
        ImageStack noisy = new ImageStack(256, 256);
        for (int z = 0; z < SLICES; z++) {
            Plane light = scene.focus(z * SLICE_MICRONS);
            String label = "z=" + z * SLICE_MICRONS + " um";
            clean.addSlice(label, CAMERA.expose(light));
            noisy.addSlice(label, CAMERA.exposeBriefly(light, random));
        }
        return List.of(
                cellStack("cells-stack-clean.tif", clean),
                cellStack("cells-stack-noisy.tif", noisy));
    }

    /** Stained glands, 256 x 256, RGB, 0.5 µm per pixel: clean, and with σ = 25 in each channel. */
    static List<ImagePlus> tissue() {
        float[][] clean = new TissueScene(256, 256, TISSUE_SEED).image();
        float[][] noisy = new float[3][];
        GaussianNoise noise = new GaussianNoise(TISSUE_SIGMA, TISSUE_SEED);
        for (int c = 0; c < 3; c++) {
            noisy[c] = noise.addTo(clean[c], c);
        }
        return List.of(
                tissueImage("tissue-clean.tif", clean), tissueImage("tissue-noisy.tif", noisy));
    }

    private static ImagePlus cellImage(String title, ImageProcessor pixels) {
        ImagePlus image = new ImagePlus(title, pixels);
        calibrate(image, PIXEL_MICRONS);
        showLikeACamera(image);
        return image;
    }

    private static ImagePlus cellStack(String title, ImageStack slices) {
        ImagePlus image = new ImagePlus(title, slices);
        image.setDimensions(1, SLICES, 1);
        calibrate(image, PIXEL_MICRONS);
        image.getCalibration().pixelDepth = SLICE_MICRONS;
        showLikeACamera(image);
        return image;
    }

    private static ImagePlus tissueImage(String title, float[][] channels) {
        int[] pixels = new int[channels[0].length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF; // becomes the opaque alpha, as in files that ImageJ reads
            for (float[] channel : channels) {
                int value = (int) Math.max(0, Math.min(255, StrictMath.rint(channel[i])));
                pixels[i] = pixels[i] << 8 | value;
            }
        }
        ImagePlus image = new ImagePlus(title, new ColorProcessor(256, 256, pixels));
        calibrate(image, 0.5);
        return image;
    }

    private static void calibrate(ImagePlus image, double microns) {
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = microns;
        calibration.pixelHeight = microns;
        calibration.setUnit("micron");
    }

    /** The same range for the clean and the noisy image, so that they can be compared. */
    private static void showLikeACamera(ImagePlus image) {
        image.setDisplayRange(CAMERA.offset(), CAMERA.offset() + CAMERA.gain() * CAMERA.photons());
    }
}
