/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The windows of models and engine, and the samples. */
@ExtendWith(ImageJExtension.class)
class ManagingTest {

    private final Desk desk;

    ManagingTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void theWindowOfModelsOpensOnce() {
        desk.choose("Plugins", "OneModel", "OneModel Models...");
        assertThat(desk.window("OneModel Models").buttons())
                .contains("Add from file…", "Fetch…", "Check", "Remove…", "Open folder");
        desk.awaitShown("OneModel Models", "compact-denoise");
        desk.choose("Plugins", "OneModel", "OneModel Models...");
        desk.awaitEnd("OneModel Models...");
        assertThat(desk.windows()).containsExactlyInAnyOrder("ImageJ", "OneModel Models");
        desk.close("OneModel Models");
        desk.awaitClosed("OneModel Models");
    }

    @Test
    void theWindowOfTheEngineSaysWhatComputes() {
        desk.choose("Plugins", "OneModel", "OneModel Engine...");
        assertThat(desk.window("OneModel Engine").buttons()).contains("Install…", "Reset…");
        desk.awaitShown("OneModel Engine", "cpu");
        desk.close("OneModel Engine");
        desk.awaitClosed("OneModel Engine");
    }

    @Test
    void samplesOpenFromTheMenu() {
        desk.choose("File", "Open Samples", "OneModel Cells (noisy)");
        assertThat(desk.pixels("cells-noisy.tif")).isNotZero();
        desk.choose("File", "Open Samples", "OneModel Tissue (noisy)");
        assertThat(desk.pixels("tissue-noisy.tif")).isNotZero();
        assertThat(desk.images()).containsExactlyInAnyOrder("cells-noisy.tif", "tissue-noisy.tif");
    }
}
