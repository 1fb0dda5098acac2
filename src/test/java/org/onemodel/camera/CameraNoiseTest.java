/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraNoiseTest {

    @Test
    void theVarianceRisesFromTheOffset() {
        CameraNoise noise = new CameraNoise(2, 100, 3);
        assertThat(noise.variance(100)).isEqualTo(9);
        assertThat(noise.variance(150)).isEqualTo(109);
        assertThat(noise.variance(0)).isEqualTo(9);
        assertThat(noise.sigma(108)).isCloseTo(5, within(1e-12));
    }

    @Test
    void gaussianNoiseIsTheSameEverywhere() {
        CameraNoise noise = CameraNoise.gaussian(4);
        assertThat(noise.sigma(-1000)).isEqualTo(4);
        assertThat(noise.sigma(1000)).isEqualTo(4);
        assertThat(noise.isNone()).isFalse();
        assertThat(CameraNoise.NONE.isNone()).isTrue();
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> new CameraNoise(-1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The camera's gain is -1.0; expected 0 or a positive number of grey levels"
                                + " per photo-electron.");
        assertThatThrownBy(() -> new CameraNoise(1, Double.NaN, 0))
                .hasMessage("The camera's offset is NaN; expected the grey level of darkness.");
        assertThatThrownBy(() -> new CameraNoise(1, 0, Double.POSITIVE_INFINITY))
                .hasMessage(
                        "The camera's read noise is Infinity; expected 0 or a positive number of"
                                + " grey levels.");
    }
}
