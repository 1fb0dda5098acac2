/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageStatistics;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairBenchmarkTest {

    private static FloatProcessor image(double gain, double offset, double noise, long seed) {
        Random random = new Random(seed);
        FloatProcessor image = new FloatProcessor(32, 32);
        for (int i = 0; i < 32 * 32; i++) {
            double value = 100 + 50 * Math.sin(i % 32 / 4.0) * Math.cos(i / 32 / 5.0);
            image.setf(i, (float) (gain * value + offset + noise * random.nextGaussian()));
        }
        return image;
    }

    /** What a least-squares fit, which shrinks towards the mean, leaves of noise. */
    private static double remaining(double noise, ImageStatistics signal) {
        double variance = signal.stdDev * signal.stdDev;
        return Math.sqrt(noise * noise * variance / (noise * noise + variance));
    }

    @Test
    void gainAndOffsetAreFittedOnlyIfAskedFor() {
        ImagePlus clean = new ImagePlus("clean", image(1, 0, 0, 1));
        ImagePlus noisy = new ImagePlus("noisy", image(3, 40, 6, 1));
        DenoiseScore fitted = new PairBenchmark(true).measure(noisy, clean, i -> i);
        DenoiseScore asItIs = new PairBenchmark(false).measure(noisy, clean, i -> i);

        // Noise of 6 at gain 3 is noise of 2 on the clean scale, whose range is the image's.
        ImageStatistics statistics = clean.getStatistics();
        double range = statistics.max - statistics.min;
        assertThat(fitted.noisyPsnr())
                .isCloseTo(20 * Math.log10(range / remaining(2, statistics)), offset(0.3));
        assertThat(fitted.psnr()).isEqualTo(fitted.noisyPsnr());
        assertThat(asItIs.noisyPsnr()).isLessThan(6);
    }

    @Test
    void theDenoisedImageIsMeasuredBesideTheNoisyOne() {
        ImagePlus clean = new ImagePlus("clean", image(1, 0, 0, 1).convertToByte(false));
        ImagePlus noisy = new ImagePlus("noisy", image(1, 0, 10, 1).convertToByte(false));
        DenoiseScore score =
                new PairBenchmark(true)
                        .measure(
                                noisy,
                                clean,
                                i -> new ImagePlus("less", image(1, 0, 5, 1).convertToByte(false)));
        assertThat(score.image()).isEqualTo("noisy");
        assertThat(score.noisyPsnr())
                .isCloseTo(
                        20 * Math.log10(255 / remaining(10, clean.getStatistics())), offset(0.3));
        assertThat(score.psnr())
                .isCloseTo(20 * Math.log10(255 / remaining(5, clean.getStatistics())), offset(0.3));
        assertThat(score.ssim()).isGreaterThan(score.noisySsim());
    }

    @Test
    void imagesOfDifferentSizeAreRefused() {
        ImagePlus clean = new ImagePlus("clean", new ByteProcessor(32, 31));
        ImagePlus noisy = new ImagePlus("noisy", image(1, 0, 1, 1));
        assertThatThrownBy(() -> new PairBenchmark(true).measure(noisy, clean, i -> i))
                .hasMessage(
                        "'noisy' and its clean image differ in size, planes or channels; give"
                                + " images of the same scene.");
    }
}
