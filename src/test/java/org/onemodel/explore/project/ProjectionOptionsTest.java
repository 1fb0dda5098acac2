/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.onemodel.restore.OneModelException;

class ProjectionOptionsTest {

    private static void refuses(UnaryOperator<ProjectionOptions> change, String message) {
        assertThatThrownBy(() -> change.apply(ProjectionOptions.defaults()))
                .isInstanceOf(OneModelException.class)
                .hasMessage(message);
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        refuses(
                o -> o.withSteps(-1),
                "The number of steps is -1; give a whole number from 0 to 100000.");
        refuses(
                o -> o.withSteps(100_001),
                "The number of steps is 100001; give a whole number from 0 to 100000.");
        refuses(
                o -> o.withLpips(Double.NaN),
                "The weight of LPIPS is NaN; give 0 for none, or a number such as 1.");
        refuses(
                o -> o.withRate(0),
                "The factor of the learning rates is 0.0; give a positive number such as 1.");
        refuses(
                o -> o.withSnapshots(-2),
                "There can't be a snapshot every -2 steps; give a positive whole number, or 0 for"
                        + " none.");
        refuses(
                o -> o.withSteps(1000).withSnapshots(1),
                "A snapshot every 1 of 1000 steps gives more than 1000 images; take one less"
                        + " often.");
    }

    @Test
    void wordsAreRead() {
        ProjectionOptions options = ProjectionOptions.defaults().withWords("mean", "no", "-5");

        assertThat(options.start()).isEqualTo(Start.MEAN);
        assertThat(options.noiseMaps()).isFalse();
        assertThat(options.seed()).hasValue(-5);
        assertThat(ProjectionOptions.defaults().withWords("encoder", "yes", "none"))
                .isEqualTo(ProjectionOptions.defaults());
    }

    @Test
    void otherWordsAreRefused() {
        refuses(
                o -> o.withWords("noise", "yes", "none"),
                "A projection can't start from 'noise'; give encoder or mean.");
        refuses(
                o -> o.withWords("mean", "maybe", "none"),
                "Whether noise maps are optimised is 'maybe'; give yes or no.");
        refuses(
                o -> o.withWords("mean", "yes", "1.5"),
                "The seed is '1.5'; give a whole number such as 7, or none.");
    }
}
