/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onemodel.autoencoder.Autoencoder;
import org.onemodel.restore.OneModelException;
import org.onemodel.restore.Progress;
import org.onemodel.restore.RestoreOptions;
import org.onemodel.restore.Restorer;
import org.onemodel.restore.TinyModel;

class NoiseScalingTest {

    private static final int TILE = 32;
    private static Autoencoder model;

    @BeforeAll
    static void draw() {
        model = TinyModel.draw();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void scalingByOneIsTheReconstructionAndByZeroIsNot() {
        ImagePlus image = TinyModel.image(40, 40, 1, 32);
        RestoreOptions options = RestoreOptions.defaults();

        ImagePlus same =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.ALL, 1)
                        .apply(image, Progress.NONE);
        ImagePlus none =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.ALL, 0)
                        .apply(image, Progress.NONE);
        ImagePlus one =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.of(3), 0)
                        .apply(image, Progress.NONE);

        ImagePlus plain = new Restorer(model, TILE, options).restore(image, "", Progress.NONE);
        float[] expected = (float[]) plain.getProcessor().getPixels();
        assertThat((float[]) same.getProcessor().getPixels()).isEqualTo(expected);
        assertThat((float[]) none.getProcessor().getPixels()).isNotEqualTo(expected);
        assertThat((float[]) one.getProcessor().getPixels())
                .isNotEqualTo(expected)
                .isNotEqualTo((float[]) none.getProcessor().getPixels());
        assertThat(same.getTitle()).isEqualTo("tiny-scaled-noise.tif");
    }

    @Test
    void severalMapsAreScaledTogether() {
        ImagePlus image = TinyModel.image(40, 40, 1, 32);
        RestoreOptions options = RestoreOptions.defaults();

        ImagePlus some =
                new NoiseScaling(model, TILE, options, NoiseMapSelection.parse("0, 2-3"), 0.5)
                        .apply(image, Progress.NONE);

        ImagePlus oneByOne =
                new Restorer(model, TILE, options)
                        .withEdit(
                                embedding ->
                                        embedding
                                                .scaleNoiseMap(0, 0.5)
                                                .scaleNoiseMap(2, 0.5)
                                                .scaleNoiseMap(3, 0.5))
                        .restore(image, "", Progress.NONE);
        assertThat((float[]) some.getProcessor().getPixels())
                .isEqualTo((float[]) oneByOne.getProcessor().getPixels());
    }

    @Test
    void aMapThatTheModelLacksIsRefused() {
        assertThatThrownBy(
                        () ->
                                new NoiseScaling(
                                        model,
                                        TILE,
                                        RestoreOptions.defaults(),
                                        NoiseMapSelection.of(5),
                                        0.5))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "There is no noise map 5: the model 'compact-denoise' has maps 0 (coarsest)"
                                + " to 4.");
    }

    @Test
    void aFactorThatIsNoNumberIsRefused() {
        assertThatThrownBy(
                        () ->
                                new NoiseScaling(
                                        model,
                                        TILE,
                                        RestoreOptions.defaults(),
                                        NoiseMapSelection.of(0),
                                        Double.NaN))
                .isInstanceOf(OneModelException.class)
                .hasMessage("The factor for noise maps is NaN; give a finite number.");
    }
}
