/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well one image was denoised, or a mean over images.
 *
 * @param image the image's name
 * @param sigma standard deviation of the noise, in grey levels of 255
 * @param noisyPsnr PSNR of the noisy image in dB
 * @param noisySsim SSIM of the noisy image
 * @param psnr PSNR of the denoised image in dB
 * @param ssim SSIM of the denoised image
 */
public record DenoiseScore(
        String image, double sigma, double noisyPsnr, double noisySsim, double psnr, double ssim) {

    /**
     * The mean of each figure, as benchmarks print it.
     *
     * @param scores at least one, all of one sigma
     * @return a score named "mean"
     * @throws IllegalArgumentException if there is none
     */
    public static DenoiseScore mean(List<DenoiseScore> scores) {
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("There is no score to take the mean of.");
        }
        return new DenoiseScore(
                "mean",
                scores.get(0).sigma(),
                mean(scores, DenoiseScore::noisyPsnr),
                mean(scores, DenoiseScore::noisySsim),
                mean(scores, DenoiseScore::psnr),
                mean(scores, DenoiseScore::ssim));
    }

    private static double mean(List<DenoiseScore> scores, ToDoubleFunction<DenoiseScore> figure) {
        return scores.stream().mapToDouble(figure).sum() / scores.size();
    }
}
