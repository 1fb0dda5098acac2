/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onemodel.image.ImagePlanes;
import org.onemodel.image.Normalization;
import org.onemodel.image.Plane;

class DenoiseBenchmarkTest {

    private static final DenoiseBenchmark BENCHMARK = new DenoiseBenchmark(25, 7);

    private static ImagePlus grey() {
        byte[] pixels = new byte[60 * 50];
        Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (100 + random.nextInt(50));
        }
        return new ImagePlus("grey", new ByteProcessor(60, 50, pixels));
    }

    @Test
    void aDenoiserThatDoesNothingScoresAsTheNoisyImage() {
        DenoiseScore score = BENCHMARK.measure(grey(), 0, (noisy, normalization) -> noisy);
        assertThat(score.psnr()).isEqualTo(score.noisyPsnr());
        assertThat(score.ssim()).isEqualTo(score.noisySsim());
        // 20 log10(255 / 25), since no grey value is near 0 or 255
        assertThat(score.noisyPsnr()).isCloseTo(20.17, within(0.2));
    }

    @Test
    void aPerfectDenoiserScoresInfinity() {
        ImagePlus image = grey();
        Plane clean = new ImagePlanes(image).plane(0);
        DenoiseScore score = BENCHMARK.measure(image, 0, (noisy, normalization) -> clean);
        assertThat(score.psnr()).isInfinite();
        assertThat(score.ssim()).isEqualTo(1);
    }

    @Test
    void theDenoiserGetsUnclippedNoiseAndAFixedNormalization() {
        List<Plane> seen = new ArrayList<>();
        ImagePlus black = new ImagePlus("black", new ByteProcessor(20, 20));
        BENCHMARK.measure(
                black,
                3,
                (noisy, normalization) -> {
                    assertThat(normalization).isEqualTo(Normalization.ofRange(0, 255));
                    seen.add(noisy);
                    return noisy;
                });
        float[] expected = new GaussianNoise(25, 7).field(400, 3);
        assertThat(seen.get(0).channels()[0]).isEqualTo(expected);
    }

    @Test
    void aColourTableIsApplied() {
        byte[] ramp = new byte[256];
        for (int i = 0; i < 256; i++) {
            ramp[i] = (byte) i;
        }
        ImagePlus image = grey();
        image.getProcessor().setLut(new LUT(ramp, new byte[256], new byte[256]));
        BENCHMARK.measure(
                image,
                0,
                (noisy, normalization) -> {
                    assertThat(noisy.channels()).hasNumberOfRows(3);
                    return noisy;
                });
    }

    @Test
    void channelsOfAColourImageGetDifferentNoise() {
        ImagePlus image = new ImagePlus("black", new ColorProcessor(20, 20));
        BENCHMARK.measure(
                image,
                0,
                (noisy, normalization) -> {
                    assertThat(noisy.channels()[0]).isNotEqualTo(noisy.channels()[1]);
                    return noisy;
                });
    }

    @Test
    void otherThanEightBitIsRefused() {
        ImagePlus image = new ImagePlus("floats", new FloatProcessor(20, 20));
        assertThatThrownBy(() -> BENCHMARK.measure(image, 0, (noisy, normalization) -> noisy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The benchmark takes single planes of 8-bit or RGB pixels, but 'floats' has"
                                + " 1 of 32 bits; convert it first.");
    }

    @Test
    void theMeanIsThatOfEachFigure() {
        DenoiseScore mean =
                DenoiseScore.mean(
                        List.of(
                                new DenoiseScore("a", 25, 20, 0.5, 28, 0.8),
                                new DenoiseScore("b", 25, 22, 0.7, 30, 0.9)));
        assertThat(mean.psnr()).isEqualTo(29);
        assertThat(mean.noisyPsnr()).isEqualTo(21);
        assertThat(mean.ssim()).isCloseTo(0.85, within(1e-12));
        assertThat(mean.noisySsim()).isCloseTo(0.6, within(1e-12));
        assertThat(mean.image()).isEqualTo("mean");
    }
}
