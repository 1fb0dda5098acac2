/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.onemodel.autoencoder.Autoencoder;

/**
 * PSNR in dB (peak 255, clipped) on the centres of the validation images with always the same
 * noise.
 */
final class Validation {

    private final TrainingImages images;
    private final int side;

    Validation(TrainingImages images, int side) {
        this.images = images;
        this.side = side;
    }

    /**
     * Measures.
     *
     * @param autoencoder the networks
     * @param sigma noise, on the scale 0..255
     * @param grey whether the images are turned to grey
     * @return mean of the images' PSNR
     */
    double psnr(Autoencoder autoencoder, double sigma, boolean grey) {
        double sum = 0;
        for (int i = 0; i < images.count(); i++) {
            float[] target = images.centre(i, side, grey);
            float[] input = target.clone();
            new NoiseConfig(sigma, sigma).addTo(input, 3, grey, new SplittableRandom(i));
            sum += psnr(restore(autoencoder, input), target);
        }
        return sum / images.count();
    }

    private float[] restore(Autoencoder autoencoder, float[] input) {
        try (NDManager scratch = autoencoder.manager().newSubManager()) {
            NDArray x = scratch.create(input, new Shape(1, 3, side, side));
            return autoencoder.decode(autoencoder.encode(x)).toFloatArray();
        }
    }

    private static double psnr(float[] restored, float[] target) {
        double error = 0;
        for (int i = 0; i < target.length; i++) {
            double clipped = Math.max(-1, Math.min(1, restored[i]));
            error += (clipped - target[i]) * (clipped - target[i]);
        }
        return 10 * Math.log10(4 * target.length / error);
    }
}
