/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.onemodel.image.Normalization;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Percentiles;
import org.onemodel.image.Planes;

class NoiseSettingTest {

    private static final SigmaRange TRAINED = new SigmaRange(5, 50);
    private static final CameraNoise CAMERA = new CameraNoise(5, 100, 20);
    private static final Exposure CELLS = Exposure.cells(256, 1, 100, 2000);
    private static final Planes NOISY = Exposure.planes(256, CELLS.expose(CAMERA, 1));

    private static NoisePlan plan(NoiseSetting setting, Planes planes) {
        return setting.plan(planes, TRAINED, Percentiles.DEFAULT);
    }

    @Test
    void noneIsThePlainRangeOfGreyLevels() {
        Normalization range = Normalizations.of(NOISY, Percentiles.DEFAULT);
        NoisePlan plan = plan(NoiseSetting.NONE, NOISY);
        float[] values = NOISY.plane(0).channels()[0];
        float[] expected = range.normalize(values);
        plan.map().apply(values);
        assertThat(values).isEqualTo(expected);
        plan.map().invert(values);
        assertThat(values).isEqualTo(range.denormalize(expected));
        assertThat(plan.isIdentity()).isFalse();
        assertThat(plan.noise().isNone()).isTrue();
        float[] restored = new float[values.length];
        plan.limit(restored, values, 256, 256);
        assertThat(restored).containsOnly(0);
    }

    @Test
    void automaticFindsPhotonNoise() {
        NoisePlan plan = plan(NoiseSetting.AUTO, NOISY);
        assertThat(plan.noise().gain()).isCloseTo(5, Percentage.withPercentage(10));
        assertThat(plan.noise().readNoise()).isCloseTo(20, Percentage.withPercentage(10));
        assertThat(plan.sigma()).isBetween(5.0, 50.0);
        assertThat(plan.correlated()).isFalse();
    }

    @Test
    void automaticFindsNoiseOfOneStrength() {
        float[] image = CELLS.expose(CameraNoise.gaussian(100), 2);
        NoisePlan plan = plan(NoiseSetting.AUTO, Exposure.planes(256, image));
        assertThat(plan.noise().gain()).isZero();
        assertThat(plan.noise().readNoise()).isCloseTo(100, Percentage.withPercentage(5));
    }

    @Test
    void automaticLeavesAnImageWithoutNoiseAsItIs() {
        float[] constant = new float[400];
        assertThat(plan(NoiseSetting.AUTO, Exposure.planes(20, constant)).isIdentity()).isTrue();
        assertThat(plan(NoiseSetting.gaussian(0), NOISY).isIdentity()).isTrue();
        assertThat(plan(NoiseSetting.poisson(0, 0, 0), NOISY).isIdentity()).isTrue();
    }

    @Test
    void automaticTakesTooSmallAnImageAsWithoutAChoice() {
        NoisePlan plan = plan(NoiseSetting.AUTO, Exposure.planes(3, new float[] {1, 2, 3}));
        assertThat(plan.map()).isInstanceOf(Normalization.class);
        assertThat(plan.sigma()).isNaN();
        NoiseSetting poisson = NoiseSetting.estimated(NoiseMode.POISSON);
        assertThatThrownBy(() -> plan(poisson, Exposure.planes(3, new float[] {1, 2, 3})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The image is too small for an estimate of its noise;");
    }

    @Test
    void numbersThatAreGivenAreTaken() {
        assertThat(plan(NoiseSetting.poisson(4, 90, 7), NOISY).noise())
                .isEqualTo(new CameraNoise(4, 90, 7));
        assertThat(plan(NoiseSetting.gaussian(33), NOISY).noise())
                .isEqualTo(CameraNoise.gaussian(33));
    }

    @Test
    void numbersThatAreLeftOutAreEstimated() {
        CameraNoise gain = plan(NoiseSetting.poisson(Double.NaN, 100, 20), NOISY).noise();
        assertThat(gain.gain()).isCloseTo(5, Percentage.withPercentage(10));
        assertThat(gain.readNoise()).isEqualTo(20);
        NoiseSetting lower = NoiseSetting.poisson(5, 60, Double.NaN);
        // 40 grey levels below darkness the line is lower by 200
        assertThat(plan(lower, NOISY).noise().readNoise()).isCloseTo(Math.sqrt(200), within(3.0));
        CameraNoise one = plan(NoiseSetting.gaussian(Double.NaN), NOISY).noise();
        assertThat(one.gain()).isZero();
        assertThat(one.readNoise()).isBetween(20.0, 100.0);
    }

    @Test
    void numbersOfAnotherKindAreRefused() {
        assertThatThrownBy(
                        () ->
                                new NoiseSetting(
                                        NoiseMode.AUTO, 5, Double.NaN, Double.NaN, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The noise's sigma is given, 5.0, but the kind of noise is auto; choose"
                                + " gaussian or leave the number out.");
        assertThatThrownBy(() -> NoiseSetting.poisson(-1, 0, 0))
                .hasMessage(
                        "The noise's gain is -1.0; give a finite number from 0 in grey levels, or"
                                + " leave it out to have it estimated.");
        assertThatThrownBy(() -> NoiseSetting.poisson(1, Double.NEGATIVE_INFINITY, 0))
                .hasMessage(
                        "The noise's offset is -Infinity; give a finite number in grey levels, or"
                                + " leave it out to have it estimated.");
        assertThatThrownBy(() -> NoiseSetting.estimated(null))
                .hasMessage("The kind of noise is missing; give auto, gaussian, poisson or none.");
    }
}
