/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.onemodel.train.settings.TrainingException;

class PrefetchTest {

    @Test
    void batchesComeInOrderFromTheFirstIteration() {
        try (Prefetch<String> batches = new Prefetch<>(i -> "batch " + i, 7)) {
            for (int i = 7; i < 30; i++) {
                assertThat(batches.next()).isEqualTo("batch " + i);
            }
        }
    }

    @Test
    void aBatchThatCannotBeMadeStopsTheTrainingInsteadOfLettingItWait() {
        try (Prefetch<String> batches =
                new Prefetch<>(
                        i -> {
                            throw new IllegalStateException("no image");
                        },
                        0)) {
            assertThatThrownBy(batches::next)
                    .isInstanceOf(TrainingException.class)
                    .hasMessage(
                            "A batch could not be made: java.lang.IllegalStateException: no image");
        }
    }
}
