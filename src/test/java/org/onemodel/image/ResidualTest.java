/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onemodel.image.TestImages.Depth;
import org.onemodel.image.TestImages.Kind;

class ResidualTest {

    @Test
    void inputMinusOutputIsAFloatImageLikeTheInput() {
        for (Depth depth : Depth.values()) {
            ImagePlus image = TestImages.image(depth, Kind.MEMORY, 1, 3, 1);
            for (OutputType output : OutputType.values()) {
                ImagePlus restored = ImageKindsTest.plusOne(image, PlaneSelection.ALL, output);

                ImagePlus residual = Residual.of(new ImagePlanes(image), restored).image();

                assertThat(residual.getTitle()).isEqualTo("cells-residual.tif");
                assertThat(residual.getBitDepth()).isEqualTo(32);
                assertThat(residual.getNSlices()).isEqualTo(3);
                assertThat(residual.getNChannels()).isEqualTo(depth.colour() ? 3 : 1);
                assertThat(residual.getCalibration().pixelWidth).isEqualTo(0.25);
                assertThat(residual.getCalibration().calibrated()).isFalse();
                assertThat(residual.getOverlay().size()).isEqualTo(image.getOverlay().size());
                assertThat(residual.getDisplayRangeMin()).isEqualTo(-residual.getDisplayRangeMax());
                ImageProcessor last = residual.getStack().getProcessor(residual.getStackSize());
                assertThat(last.getf(3, 4)).as("%s to %s", depth, output).isIn(-1f, -0f, 0f);
                assertThat(residual.getStack().getProcessor(1).getf(3, 4)).isEqualTo(-1);
            }
        }
    }

    @Test
    void holesAreNan() {
        ImagePlus image = TestImages.image(Depth.GRAY32, Kind.MEMORY, 1, 1, 1);
        ImagePlus restored = ImageKindsTest.plusOne(image, PlaneSelection.ALL, OutputType.SAME);
        Residual residual = Residual.of(new ImagePlanes(image), restored);
        float[] pixels = (float[]) residual.image().getProcessor().getPixels();
        assertThat(pixels[5]).isNaN();
        assertThat(pixels[100]).as("infinity minus infinity").isNaN();
        assertThat(residual.shareOfVariance()).isCloseTo(0, within(1e-6));
    }

    @Test
    void theShareOfVarianceIsThatOfTheNoiseWithinPlanes() {
        Random random = new Random(8);
        ImageStack noisy = new ImageStack(100, 80);
        ImageStack clean = new ImageStack(100, 80);
        for (int s = 0; s < 2; s++) {
            float[] signal = new float[8000];
            float[] sum = new float[8000];
            for (int i = 0; i < 8000; i++) {
                signal[i] = 1000 * s + 3 * (float) random.nextGaussian();
                sum[i] = signal[i] + 4 * (float) random.nextGaussian();
            }
            clean.addSlice(new FloatProcessor(100, 80, signal));
            noisy.addSlice(new FloatProcessor(100, 80, sum));
        }
        Residual residual =
                Residual.of(
                        new ImagePlanes(new ImagePlus("noisy", noisy)),
                        new ImagePlus("clean", clean));
        assertThat(residual.shareOfVariance()).isCloseTo(16.0 / 25, within(0.02));
        // 99.9 % of a normal distribution are within 3.3 deviations; both tails are cut.
        assertThat(residual.image().getDisplayRangeMax()).isCloseTo(4 * 3.09, within(1.5));
    }

    @Test
    void eachChannelOfACompositeHasItsOwnRange() {
        ImagePlus image = TestImages.image(Depth.GRAY16, Kind.COMPOSITE, 2, 3, 1);
        ImagePlus restored = image.duplicate();
        for (int i = 1; i <= 6; i++) {
            restored.getStack().getProcessor(i).subtract(i % 2 == 1 ? 3 : 50);
        }
        ImagePlus residual = Residual.of(new ImagePlanes(image), restored).image();
        assertThat(residual.getCompositeMode()).isEqualTo(image.getCompositeMode());
        LUT[] tables = residual.getLuts();
        assertThat(tables[0].min).isEqualTo(-3);
        assertThat(tables[0].max).isEqualTo(3);
        assertThat(tables[1].min).isEqualTo(-50);
        assertThat(tables[1].max).isEqualTo(50);
        assertThat(tables[1].getBytes()).isEqualTo(image.getLuts()[1].getBytes());
    }

    @Test
    void anIdenticalImageHasNoResidual() {
        ImagePlus image = TestImages.image(Depth.GRAY8, Kind.MEMORY, 1, 2, 1);
        Residual residual = Residual.of(new ImagePlanes(image), image.duplicate());
        assertThat(residual.shareOfVariance()).isZero();
        assertThat(residual.image().getDisplayRangeMax()).isEqualTo(1);
    }

    @Test
    void ofAPartOnlyThatPartIsCompared() {
        ImagePlus image = TestImages.image(Depth.GRAY8, Kind.MEMORY, 2, 3, 1);
        PlaneSelection selection = PlaneSelection.parse("2", "2-3", "all");
        ImagePlus restored = ImageKindsTest.plusOne(image, selection, OutputType.SAME);
        ImagePlanes planes = new ImagePlanes(image).withSelection(selection);
        ImagePlus residual = Residual.of(planes, restored).image();
        assertThat(residual.getStackSize()).isEqualTo(2);
        assertThat(residual.getStack().getSliceLabel(1)).isEqualTo("plane 4");
        assertThatThrownBy(() -> Residual.of(new ImagePlanes(image), restored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The image 'cells-restored.tif' was not made from 'cells.tif': its size or"
                                + " its number of planes differs.");
    }
}
