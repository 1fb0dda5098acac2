/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values of synthetic pairs: numpy, 10 log10(R² / mean((clip(a) - clip(b))²)). */
class PsnrTest {

    @Test
    void agreesWithNumpyOnGreyImages() {
        SyntheticPair pair = SyntheticPair.ofPhase(0);
        assertThat(Psnr.of(pair.reference(), pair.image())).isCloseTo(19.880753395, within(1e-8));
    }

    @Test
    void dataRangeSetsPeakAndClipping() {
        SyntheticPair pair = SyntheticPair.ofPhase(0);
        assertThat(Psnr.of(pair.reference(), pair.image(), 100))
                .isCloseTo(24.747001007, within(1e-8));
        assertThat(Psnr.of(pair.reference(), pair.image(), 1000))
                .isCloseTo(31.749590922, within(1e-8));
    }

    @Test
    void colourIsOneErrorOverAllChannels() {
        SyntheticPair[] colour = SyntheticPair.colour();
        double psnr =
                Psnr.ofChannels(SyntheticPair.references(colour), SyntheticPair.images(colour));
        assertThat(psnr).isCloseTo(19.996041694, within(1e-8));
    }

    @Test
    void aDifferenceOfOneInEveryPixelIs48Decibel() {
        // 20 log10(255)
        assertThat(Psnr.of(new float[] {0, 10}, new float[] {1, 9}))
                .isCloseTo(48.130803609, within(1e-8));
    }

    @Test
    void valuesOutsideTheRangeAreClippedFirst() {
        float[] reference = {0, 255, 100};
        assertThat(Psnr.of(reference, new float[] {-40, 300, 100})).isInfinite().isPositive();
    }

    @Test
    void differentSizesAreRefused() {
        assertThatThrownBy(() -> Psnr.of(new float[4], new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Images to compare need the same number of pixels, at least one:"
                                + " the reference has 4, the image has 5.");
        assertThatThrownBy(() -> Psnr.ofChannels(new float[3][4], new float[1][4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Images to compare need the same number of channels, at least one:"
                                + " the reference has 3, the image has 1.");
    }

    @Test
    void dataRangeMustBePositive() {
        assertThatThrownBy(() -> Psnr.of(new float[4], new float[4], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The data range must be a positive number such as 255, not 0.0.");
    }
}
