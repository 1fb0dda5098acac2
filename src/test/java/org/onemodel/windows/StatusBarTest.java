/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ImageJ's status bar says of a command. */
@ExtendWith(ImageJExtension.class)
class StatusBarTest {

    private static final String DIALOG = "OneModel Denoise";

    private final Desk desk;

    StatusBarTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void atTheEndItSaysHowLongItTookAndWhere() {
        desk.macro("newImage('small', '8-bit noise', 64, 64, 3);");
        desk.choose("Plugins", "OneModel", "OneModel Denoise...");
        desk.press(DIALOG, "Show technical options");
        desk.set(DIALOG, "Model", "tiny");
        desk.set(DIALOG, "Device", "cpu");
        desk.press(DIALOG, "OK");

        desk.pixels("small-denoised"); // once it is open, as that clears the status
        assertThat(desk.awaitStatus("planes in"))
                .matches("Denoise: 3 planes in [0-9.]+ s \\([0-9.]+ images/s\\) on cpu");
    }
}
