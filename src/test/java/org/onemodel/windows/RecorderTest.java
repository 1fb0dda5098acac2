/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ImageJ's recorder writes while a command is used, and what comes of that. */
@ExtendWith(ImageJExtension.class)
class RecorderTest {

    private static final String COMMAND = "OneModel Denoise...";
    private static final String DIALOG = "OneModel Denoise";
    private static final String RESULT = "cells-noisy-denoised.tif";
    private static final String OPEN =
            "open('test-images/cells-noisy.tif'); makeRectangle(0, 0, 64, 48); run('Crop');";

    private final Desk desk;

    RecorderTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void aRecordedLineGivesTheSamePixelsWithoutADialog() {
        desk.macro(OPEN);
        desk.choose("Plugins", "Macros", "Record...");
        desk.window("Recorder");
        desk.choose("Plugins", "OneModel", COMMAND);
        desk.press(DIALOG, "Show technical options");
        desk.set(DIALOG, "Model", "tiny");
        desk.set(DIALOG, "Noise", "none");
        desk.set(DIALOG, "Tile", "32");
        desk.press(DIALOG, "OK");
        long recorded = desk.pixels(RESULT);
        String line = line(desk.awaitText("Recorder", "run(\"" + COMMAND));
        assertThat(line).contains("model=tiny", "tile=32", "noise=none");
        desk.tidy();

        desk.macro(OPEN + line);
        assertThat(desk.pixels(RESULT)).isEqualTo(recorded);
        assertThat(desk.pixels("cells-noisy.tif")).isNotEqualTo(recorded);
    }

    @Test
    void aCanceledDialogIsNotRecorded() {
        desk.macro(OPEN);
        desk.choose("Plugins", "Macros", "Record...");
        desk.window("Recorder");
        desk.choose("Plugins", "OneModel", COMMAND);
        desk.press(DIALOG, "Cancel");
        desk.awaitClosed(DIALOG);
        desk.choose("Edit", "Invert");

        assertThat(desk.awaitText("Recorder", "Invert")).doesNotContain("OneModel");
    }

    private static String line(String recorded) {
        return recorded.lines()
                .filter(line -> line.startsWith("run(\"" + COMMAND))
                .findFirst()
                .orElseThrow();
    }
}
