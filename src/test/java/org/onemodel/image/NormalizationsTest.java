/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalizationsTest {

    @Test
    void percentilesOf16BitStacksAreThoseOfTheSortedPixels() {
        Random random = new Random(2);
        ImageStack stack = new ImageStack(40, 30);
        float[] all = new float[3 * 1200];
        for (int s = 0; s < 3; s++) {
            short[] pixels = new short[1200];
            for (int i = 0; i < pixels.length; i++) {
                int value = random.nextInt(60_000);
                pixels[i] = (short) value;
                all[s * 1200 + i] = value;
            }
            stack.addSlice(new ShortProcessor(40, 30, pixels, null));
        }
        assertMatchesSorted(new ImagePlus("stack", stack), all);
    }

    @Test
    void percentilesOfFloatStacksAreThoseOfTheSortedPixelsInSpiteOfOutliers() {
        Random random = new Random(3);
        ImageStack stack = new ImageStack(40, 30);
        float[] all = new float[3 * 1200];
        for (int s = 0; s < 3; s++) {
            float[] pixels = new float[1200];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) random.nextGaussian() * 1e-3f;
            }
            pixels[s] = 1e30f;
            pixels[s + 10] = -1e30f;
            System.arraycopy(pixels, 0, all, s * 1200, 1200);
            stack.addSlice(new FloatProcessor(40, 30, pixels));
        }
        assertMatchesSorted(new ImagePlus("stack", stack), all);
    }

    private static void assertMatchesSorted(ImagePlus image, float[] all) {
        Arrays.sort(all);
        Percentiles percentiles = new Percentiles(1, 97.5);
        Normalization normalization = Normalizations.of(new ImagePlanes(image), percentiles);
        assertThat(normalization)
                .isEqualTo(Normalization.ofRange(all[36 - 1], all[(int) (3600 * 0.975) - 1]));
        assertThat(Normalizations.of(new ImagePlanes(image), Percentiles.MIN_MAX))
                .isEqualTo(Normalization.ofRange(all[0], all[3599]));
    }

    @Test
    void anEmptyRangeFallsBackToTheExtremes() {
        ByteProcessor pixels = new ByteProcessor(100, 100);
        pixels.set(3, 4, 250);
        ImagePlanes planes = new ImagePlanes(new ImagePlus("dot", pixels));
        assertThat(Normalizations.of(planes, Percentiles.DEFAULT))
                .isEqualTo(Normalization.ofRange(0, 250));
    }

    @Test
    void aConstantImageHasAnEmptyRange() {
        FloatProcessor pixels = new FloatProcessor(1, 1, new float[] {-0.3f});
        ImagePlanes planes = new ImagePlanes(new ImagePlus("constant", pixels));
        assertThat(Normalizations.of(planes, Percentiles.DEFAULT))
                .isEqualTo(Normalization.ofRange(-0.3f, -0.3f));
    }

    @Test
    void channelsOfAHyperstackCanBeNormalizedOnTheirOwn() {
        ImageStack stack = new ImageStack(2, 1);
        for (int slice = 0; slice < 2; slice++) {
            stack.addSlice(new FloatProcessor(2, 1, new float[] {0, 1 + slice}));
            stack.addSlice(new FloatProcessor(2, 1, new float[] {1000, 2000 + slice}));
        }
        ImagePlus image = new ImagePlus("two channels", stack);
        image.setDimensions(2, 2, 1);
        List<Normalization> normalizations =
                Normalizations.perChannel(new ImagePlanes(image), Percentiles.MIN_MAX);
        assertThat(normalizations)
                .containsExactly(Normalization.ofRange(0, 2), Normalization.ofRange(1000, 2001));
    }

    @Test
    void percentilesOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new Percentiles(99, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The percentiles are 99.0 and 1.0; expected two numbers from 0 to 100, the"
                                + " lower one first.");
    }
}
