/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlavorTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cu12", "cu1280", "CPU", "../cpu", "mps"})
    void whatIsNoBuildIsRefused(String name) {
        assertThatThrownBy(() -> new Flavor(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no build of PyTorch named '%s'; give cpu, or cu and the version of"
                                + " CUDA, such as cu128.",
                        name);
    }

    @Test
    void aDriverRunsBuildsOfItsMajorVersionOrOfAnEarlierOne() {
        Flavor cuda = new Flavor("cu128");
        assertThat(cuda.isCuda()).isTrue();
        assertThat(cuda.runsOn(124)).isTrue();
        assertThat(cuda.runsOn(130)).isTrue();
        assertThat(cuda.runsOn(118)).isFalse();
        assertThat(cuda.runsOn(0)).as("no driver").isFalse();
        assertThat(new Flavor("cpu-precxx11").runsOn(0)).isTrue();
    }
}
