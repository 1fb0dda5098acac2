/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Escape key while a command computes. */
@ExtendWith(ImageJExtension.class)
class EscapeTest {

    private static final String COMMAND = "OneModel Denoise...";
    private static final String DIALOG = "OneModel Denoise";
    private static final String OPEN =
            "newImage('large', '8-bit ramp', 4096, 4096, 1); run('Add Specified Noise...',"
                    + " 'standard=20');";

    private final Desk desk;

    EscapeTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void escapeEndsDenoisingAndLeavesTheImageAsItWas() {
        desk.macro(OPEN);
        long before = desk.pixels("large");
        desk.choose("Plugins", "OneModel", COMMAND);
        desk.press(DIALOG, "Show technical options");
        desk.set(DIALOG, "Model", "tiny");
        desk.set(DIALOG, "Noise", "none");
        desk.set(DIALOG, "Tile", "32");
        desk.press(DIALOG, "OK");
        desk.awaitStatus("left");
        desk.escape("ImageJ");
        desk.awaitStatus("Denoise was canceled; nothing was changed.");

        assertThat(desk.images()).as("no result").containsExactly("large");
        assertThat(desk.windows()).as("no message to click away").hasSize(2);
        assertThat(desk.pixels("large")).isEqualTo(before);
    }
}
