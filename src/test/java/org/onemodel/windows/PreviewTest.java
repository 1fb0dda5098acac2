/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The preview of a dialog on the image behind it. */
@ExtendWith(ImageJExtension.class)
class PreviewTest {

    private static final String IMAGE = "cells-noisy.tif";
    private static final String DIALOG = "OneModel Scale Noise";

    private final Desk desk;

    PreviewTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void aPreviewFollowsTheOptionsAndGoesWithTheDialog() {
        desk.macro(
                "open('test-images/"
                        + IMAGE
                        + "'); makeRectangle(0, 0, 64, 48); run('Crop'); run('Select None');");
        long pixels = desk.pixels(IMAGE);
        long before = desk.display(IMAGE);
        desk.choose("Plugins", "OneModel", "OneModel Scale Noise...");
        desk.set(DIALOG, "Model", "tiny");
        assertThat(desk.display(IMAGE)).isEqualTo(before);

        desk.set(DIALOG, "Preview", "true");
        desk.awaitDisplay(IMAGE, before, false);
        long first = desk.display(IMAGE);
        desk.set(DIALOG, "Factor", "-3");
        desk.awaitDisplay(IMAGE, first, false);
        assertThat(desk.display(IMAGE)).isNotEqualTo(before);

        desk.set(DIALOG, "Preview", "false");
        desk.awaitDisplay(IMAGE, before, true);
        desk.set(DIALOG, "Preview", "true");
        desk.awaitDisplay(IMAGE, before, false);
        desk.press(DIALOG, "Cancel");
        desk.awaitClosed(DIALOG);
        desk.awaitDisplay(IMAGE, before, true);
        assertThat(desk.pixels(IMAGE)).isEqualTo(pixels);
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", IMAGE);
    }
}
