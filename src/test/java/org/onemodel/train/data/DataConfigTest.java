/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onemodel.image.Normalization;
import org.onemodel.image.Percentiles;

class DataConfigTest extends DataTestBase {

    @Test
    void imagesAreAllThatMustBeGiven() {
        DataConfig config = config("data.images", "scans");
        assertThat(config.images()).containsExactly("scans");
        assertThat(config.supervision()).isEqualTo(Supervision.CLEAN);
        assertThat(config.validation())
                .isEqualTo(new ValidationConfig(0.1, List.of(), List.of(), 24));
        assertThat(config.fit()).isEqualTo(Fit.CROP);
        assertThat(config.crop()).isEqualTo(SIZE);
        assertThat(config.flips()).isTrue();
        assertThat(config.colour()).isEqualTo(ColourMode.MIXED);
        assertThat(config.greyShare()).isEqualTo(0.5);
        assertThat(config.range()).isEqualTo(GreyRangeConfig.DEFAULT);
        assertThat(config.cacheMegabytes()).isPositive();
    }

    @Test
    void validationIsAShareOrPaths() {
        assertThat(config("data.validation", 0.25).validation().share()).isEqualTo(0.25);
        assertThat(config("data.validation", List.of("a", "b/*.tif")).validation().images())
                .containsExactly("a", "b/*.tif");
        assertThatThrownBy(() -> config("data.validation", 1))
                .hasMessage(
                        "Setting data.validation must be a folder, file or glob, or a share of the"
                                + " files between 0 and 1, not 1.0.");
    }

    @Test
    void pairsNeedTargetsAndOthersRefuseThem() {
        assertThatThrownBy(() -> config("data.supervision", "pairs"))
                .hasMessage("Setting data.targets is missing.");
        assertThatThrownBy(
                        () ->
                                config(
                                        "data.supervision", "noise2noise",
                                        "data.targets", "b",
                                        "data.validation", "c"))
                .hasMessage("Setting data.validationTargets is missing.");
        assertThatThrownBy(() -> config("data.targets", "b"))
                .hasMessageContaining("Unknown setting data.targets");
    }

    @Test
    void rangesAreEitherPercentilesOrValues() {
        assertThat(config("data.range.percentiles", List.of(1, 99)).range().percentiles())
                .isEqualTo(new Percentiles(1, 99));
        assertThat(config("data.range.values", List.of(100, 4000)).range().values())
                .contains(Normalization.ofRange(100, 4000));
        assertThatThrownBy(
                        () ->
                                config(
                                        "data.range.values", List.of(0, 1),
                                        "data.range.percentiles", List.of(0, 1)))
                .hasMessage("Setting data.range.values does not go with data.range.percentiles.");
        assertThatThrownBy(() -> config("data.range.percentiles", List.of(1, 101)))
                .hasMessageContaining("must be two numbers from 0 to 100");
    }

    @Test
    void impossibleNumbersAreNamedWithTheirKeys() {
        assertThatThrownBy(() -> config("data.crop", 40))
                .hasMessage(
                        "Setting data.crop must be a multiple of architecture.size (16), not 40.");
        assertThatThrownBy(() -> config("data.grey", 2))
                .hasMessage("Setting data.grey must lie in 0..1, not 2.0.");
        assertThatThrownBy(
                        () -> config("data.supervision", "blindSpot", "data.blindSpot.share", 0.9))
                .hasMessage(
                        "Setting data.blindSpot.share must be above 0 and at most 0.5, not 0.9.");
        assertThatThrownBy(() -> config("data.colour", "grey", "data.grey", 0.3))
                .hasMessageContaining("Unknown setting data.grey");
    }
}
