/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryNeedTest {

    @Test
    void aWideBandOfALargePlaneCountsAndASmallPlaneAsAWhole() {
        assertThat(MemoryNeed.of(1000, 30_000, 30_000, 1, 256).bytes())
                .isEqualTo(1000 + 4L * 4 * 256 * 30_000);
        assertThat(MemoryNeed.of(0, 10, 10, 3, 256).bytes()).isEqualTo(4L * 266 * 10 * 3);
    }

    @Test
    void whatCannotFitIsRefusedBeforeItBegins() {
        MemoryNeed need = MemoryNeed.of(1L << 44, 10, 10, 1, 64);

        assertThatThrownBy(() -> need.require("huge.tif"))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith(
                        "The result of 'huge.tif' takes about 16777217 MB, but Java")
                .hasMessageContaining("choose fewer slices");
        MemoryNeed.of(1000, 10, 10, 1, 64).require("small.tif");
    }
}
