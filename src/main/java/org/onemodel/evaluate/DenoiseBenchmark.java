/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;

/**
 * The usual benchmark of denoisers: Gaussian noise, neither clipped nor rounded, on clean images of
 * grey values 0 to 255, which a denoiser gets with a fixed normalisation, [0, 255] to [-1, 1]. The
 * same seed gives an image at the same position the same noise, whatever is measured.
 *
 * @param sigma standard deviation of the noise, in grey levels of 255
 * @param seed seed of the noise
 */
public record DenoiseBenchmark(double sigma, long seed) {

    private static final Normalization EIGHT_BIT = Normalization.ofRange(0, 255);

    /** Removes noise. */
    @FunctionalInterface
    public interface Denoiser {

        /**
         * Denoises one plane.
         *
         * @param noisy grey values about 0 to 255; one channel, or three for RGB
         * @param normalization the range of grey values that becomes [-1, 1]
         * @return a plane of the same size and channels
         */
        Plane denoise(Plane noisy, Normalization normalization);
    }

    /**
     * Measures a denoiser on one image.
     *
     * @param clean one 8-bit or RGB plane of at least 11 x 11 pixels; a colour table is applied
     * @param index position of the image in the benchmark, which decides on its noise
     * @param denoiser the denoiser
     * @return PSNR and SSIM before and after, of values clipped to [0, 255]
     * @throws IllegalArgumentException if the image is a stack, of another type or too small
     */
    public DenoiseScore measure(ImagePlus clean, long index, Denoiser denoiser) {
        Plane truth = plane(clean);
        Plane noisy = addNoise(truth, index);
        Plane denoised = denoiser.denoise(noisy, EIGHT_BIT);
        float[][] before = clipped(noisy);
        float[][] after = clipped(denoised);
        int width = truth.width();
        int height = truth.height();
        return new DenoiseScore(
                clean.getTitle(),
                sigma,
                Psnr.ofChannels(truth.channels(), before),
                Ssim.ofChannels(truth.channels(), before, width, height),
                Psnr.ofChannels(truth.channels(), after),
                Ssim.ofChannels(truth.channels(), after, width, height));
    }

    private static Plane plane(ImagePlus image) {
        boolean eightBit = image.getBitDepth() == 8 || image.getBitDepth() == 24;
        if (!eightBit || image.getStackSize() != 1) {
            throw new IllegalArgumentException(
                    "The benchmark takes single planes of 8-bit or RGB pixels, but '"
                            + image.getTitle()
                            + "' has "
                            + image.getStackSize()
                            + " of "
                            + image.getBitDepth()
                            + " bits; convert it first.");
        }
        if (image.getProcessor().isColorLut()) {
            ColorProcessor colours = image.getProcessor().convertToColorProcessor();
            return new ImagePlanes(new ImagePlus(image.getTitle(), colours)).finitePlane(0);
        }
        return new ImagePlanes(image).finitePlane(0);
    }

    private Plane addNoise(Plane clean, long index) {
        float[][] channels = clean.channels();
        int pixels = channels[0].length;
        float[] all = new float[channels.length * pixels];
        for (int c = 0; c < channels.length; c++) {
            System.arraycopy(channels[c], 0, all, c * pixels, pixels);
        }
        float[] noisy = new GaussianNoise(sigma, seed).addTo(all, index);
        float[][] split = new float[channels.length][pixels];
        for (int c = 0; c < channels.length; c++) {
            System.arraycopy(noisy, c * pixels, split[c], 0, pixels);
        }
        return new Plane(clean.width(), clean.height(), split);
    }

    private static float[][] clipped(Plane plane) {
        float[][] clipped = new float[plane.channels().length][];
        for (int c = 0; c < clipped.length; c++) {
            clipped[c] = plane.channels()[c].clone();
            for (int i = 0; i < clipped[c].length; i++) {
                clipped[c][i] = Math.max(0, Math.min(255, clipped[c][i]));
            }
        }
        return clipped;
    }
}
