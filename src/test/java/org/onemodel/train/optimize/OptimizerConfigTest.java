/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.onemodel.train.settings.TrainingException;

class OptimizerConfigTest {

    @Test
    void theLearningRateRisesThenFallsAlongAHalfCosine() {
        OptimizerConfig optimizer = new OptimizerConfig(1, 0, 10, 0.5, 0.999, 0, 0);
        assertThat(optimizer.rateAt(4, 110)).isEqualTo(0.5);
        assertThat(optimizer.rateAt(10, 110)).isEqualTo(1);
        assertThat(optimizer.rateAt(60, 110)).isCloseTo(0.5, offset(1e-12));
        assertThat(optimizer.rateAt(110, 110)).isCloseTo(0, offset(1e-12));
    }

    @Test
    void anImpossibleValueIsNamedWithItsKey() {
        assertThatThrownBy(() -> new OptimizerConfig(1e-4, 1e-3, 0, 0.5, 0.999, 0, 0))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "Setting optimizer.finalLearningRate must lie between 0 and"
                                + " optimizer.learningRate (1.0E-4).");
    }
}
