/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.onemodel.restore.OneModelException;

class OverridesTest {

    @Test
    void settingsAreSeparatedBySemicolonsAndMayHoldEqualsSigns() {
        assertThat(Overrides.of(" iterations = 300;data.images=/a b=c/images ; "))
                .containsExactly(entry("iterations", "300"), entry("data.images", "/a b=c/images"));
        assertThat(Overrides.of(" ")).isEmpty();
    }

    @Test
    void aPartThatIsNoSettingIsNamed() {
        assertThatThrownBy(() -> Overrides.of("batch=4; iterations"))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The setting 'iterations' is not key=value; separate several by"
                                + " semicolons.");
        assertThatThrownBy(() -> Overrides.of("=4")).hasMessageContaining("'=4'");
    }
}
