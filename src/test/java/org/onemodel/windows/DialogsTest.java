/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dialogs of the commands in ImageJ's real windows. */
@ExtendWith(ImageJExtension.class)
class DialogsTest {

    private final Desk desk;

    DialogsTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void theMenuHasTheCommandsInTheirOrder() {
        assertThat(desk.menu("Plugins", "OneModel"))
                .containsExactly(
                        "OneModel Denoise...",
                        "OneModel Reconstruct...",
                        "OneModel Export Noise Maps...",
                        "OneModel Scale Noise...",
                        "OneModel Train...");
    }

    @Test
    void denoiseAsks() {
        desk.macro("open('test-images/cells-noisy.tif');");
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        System.out.println(desk.windows());
        System.out.println(desk.window("OneModel Denoise..."));
        desk.picture("OneModel Denoise...", "target/screenshots/denoise.png");
        desk.picture("target/screenshots/all.png");
        desk.escape("OneModel Denoise...");
        desk.awaitClosed("OneModel Denoise...");
    }
}
