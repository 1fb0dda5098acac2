/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.onemodel.camera.NoiseSetting;
import org.onemodel.image.Percentiles;

class RestoreOptionsTest {

    @Test
    void eachWishChangesOneValue() {
        RestoreOptions options =
                RestoreOptions.defaults()
                        .withModel(" other ")
                        .withDevice("cpu")
                        .withTile(64)
                        .withOverlap(8)
                        .withBatch(3)
                        .withPercentiles(Percentiles.MIN_MAX);

        assertThat(options)
                .isEqualTo(
                        new RestoreOptions(
                                "other",
                                "cpu",
                                64,
                                8,
                                3,
                                ImageOptions.DEFAULT.withPercentiles(Percentiles.MIN_MAX),
                                NoiseSetting.AUTO));
        assertThat(RestoreOptions.defaults())
                .isEqualTo(
                        new RestoreOptions(
                                "compact-denoise",
                                "auto",
                                0,
                                0,
                                0,
                                ImageOptions.DEFAULT,
                                NoiseSetting.AUTO));
    }

    @Test
    void aMissingModelIsRefused() {
        assertThatThrownBy(() -> RestoreOptions.defaults().withModel(" "))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The model is missing; give the name or the path of a model, such as"
                                + " compact-denoise.");
    }

    @Test
    void aMissingDeviceIsRefused() {
        assertThatThrownBy(() -> RestoreOptions.defaults().withDevice(null))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The device is missing; give auto, cpu, gpu or gpu:N.");
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatThrownBy(() -> RestoreOptions.defaults().withBatch(-2))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The batch size is -2; give a positive number of tiles, or 0 for the"
                                + " model's default.");
    }
}
