/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Expected values of synthetic pairs: numpy, with one explicit 11 x 11 window per pixel, g =
 * exp(-(i² + j²) / 4.5) normalised to sum 1, and means of g·(a - mean)² rather than differences of
 * moments.
 */
class SsimTest {

    private static final int WIDTH = SyntheticPair.WIDTH;
    private static final int HEIGHT = SyntheticPair.HEIGHT;

    @Test
    void agreesWithDirectWindowsOnGreyImages() {
        SyntheticPair pair = SyntheticPair.ofPhase(0);
        assertThat(Ssim.of(pair.reference(), pair.image(), WIDTH, HEIGHT))
                .isCloseTo(0.922050721, within(1e-8));
    }

    @Test
    void dataRangeSetsTheStabilisingConstants() {
        SyntheticPair pair = SyntheticPair.ofPhase(0);
        assertThat(Ssim.of(pair.reference(), pair.image(), WIDTH, HEIGHT, 100))
                .isCloseTo(0.921483361, within(1e-8));
        assertThat(Ssim.of(pair.reference(), pair.image(), WIDTH, HEIGHT, 1000))
                .isCloseTo(0.930318255, within(1e-8));
    }

    @Test
    void colourIsTheMeanOverChannels() {
        SyntheticPair[] colour = SyntheticPair.colour();
        double ssim =
                Ssim.ofChannels(
                        SyntheticPair.references(colour),
                        SyntheticPair.images(colour),
                        WIDTH,
                        HEIGHT);
        assertThat(ssim).isCloseTo(0.927979051, within(1e-8));
    }

    @Test
    void equalImagesScoreOne() {
        float[] plane = SyntheticPair.ofPhase(0).reference();
        assertThat(Ssim.of(plane, plane, WIDTH, HEIGHT)).isCloseTo(1, within(1e-12));
    }

    @Test
    void imagesSmallerThanTheWindowAreRefused() {
        assertThatThrownBy(() -> Ssim.of(new float[200], new float[200], 20, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "SSIM needs images of at least 11 x 11 pixels, but this one has 20 x 10;"
                                + " use PSNR for images this small.");
    }

    @Test
    void widthAndHeightMustMatchThePlane() {
        assertThatThrownBy(() -> Ssim.of(new float[200], new float[200], 20, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A plane of 20 x 20 pixels cannot have 200 values;"
                                + " pass its true width and height.");
    }
}
