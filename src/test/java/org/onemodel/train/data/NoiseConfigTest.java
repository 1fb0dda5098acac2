/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.onemodel.train.data.DataTestBase.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onemodel.train.settings.Settings;

class NoiseConfigTest {

    private static final int PIXELS = 40_000;

    private static NoiseConfig read(Object... keysAndValues) {
        Settings settings = settings(keysAndValues);
        NoiseConfig noise = NoiseConfig.read(settings);
        settings.requireAllRead();
        return noise;
    }

    /** Noisy grey levels of 255 of a plane of one level: {@code [3, pixels]}. */
    private static double[] noisy(NoiseConfig noise, double level, boolean grey, long seed) {
        float[] sample = new float[3 * PIXELS];
        Arrays.fill(sample, (float) (level / 127.5 - 1));
        noise.addTo(sample, grey, new SplittableRandom(seed));
        double[] levels = new double[sample.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (sample[i] + 1) * 127.5;
        }
        return levels;
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double... values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }

    private static double[] channel(double[] sample, int channel) {
        return Arrays.copyOfRange(sample, channel * PIXELS, (channel + 1) * PIXELS);
    }

    @Test
    void withoutSettingsNothingIsAdded() {
        NoiseConfig none = read();
        assertThat(none.isNone()).isTrue();
        assertThat(none.describe()).isEqualTo("No noise is added.");
        assertThat(none.sigmaRange()).isEmpty();
        float[] sample = {0.1f, 0.2f, 0.3f};
        none.addTo(sample, false, new SplittableRandom(1));
        assertThat(sample).containsExactly(0.1f, 0.2f, 0.3f);
    }

    @Test
    void theShortFormIsTheRangeOfGaussianNoise() {
        NoiseConfig noise = read("noise.sigma", List.of(5, 50));
        assertThat(noise).isEqualTo(read("noise.gaussian.sigma", List.of(5, 50)));
        assertThat(noise.sigmaRange()).containsExactly(5.0, 50.0);
        assertThat(noise.describe()).isEqualTo("Gaussian noise of σ = 5 to 50 (of 255).");
    }

    @Test
    void gaussianNoiseHasTheGivenDeviation() {
        double[] noisy = noisy(read("noise.sigma", 25), 128, false, 1);
        assertThat(mean(noisy)).isCloseTo(128, within(0.5));
        assertThat(Math.sqrt(variance(noisy))).isCloseTo(25, within(0.25));
    }

    @Test
    void listedDeviationsAreDrawnAndNoOthers() {
        NoiseConfig noise = read("noise.gaussian.sigmas", List.of(5, 50));
        assertThat(noise.sigmaRange()).containsExactly(5.0, 50.0);
        int low = 0;
        for (int seed = 0; seed < 20; seed++) {
            double sigma = Math.sqrt(variance(noisy(noise, 128, true, seed)));
            assertThat(Math.min(Math.abs(sigma - 5), Math.abs(sigma - 50) / 10)).isLessThan(0.2);
            low += sigma < 20 ? 1 : 0;
        }
        assertThat(low).isBetween(3, 17);
    }

    @Test
    void theFieldIsSharedByTheChannelsOrDrawnForEach() {
        NoiseConfig same = read("noise.gaussian", Map.of("sigma", 10, "field", "same"));
        NoiseConfig independent =
                read("noise.gaussian", Map.of("sigma", 10, "field", "independent"));
        NoiseConfig mixed = read("noise.gaussian", Map.of("sigma", 10));
        assertThat(correlation(noisy(same, 100, false, 3))).isCloseTo(1, within(1e-6));
        assertThat(correlation(noisy(independent, 100, false, 3))).isCloseTo(0, within(0.02));
        assertThat(correlation(noisy(independent, 100, true, 3))).isCloseTo(1, within(1e-6));
        int shared = 0;
        for (int seed = 0; seed < 20; seed++) {
            shared += correlation(noisy(mixed, 100, false, seed)) > 0.5 ? 1 : 0;
        }
        assertThat(shared).isBetween(3, 17);
    }

    private static double correlation(double[] sample) {
        double[] red = channel(sample, 0);
        double[] blue = channel(sample, 2);
        double meanRed = mean(red);
        double meanBlue = mean(blue);
        double sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += (red[i] - meanRed) * (blue[i] - meanBlue);
        }
        return sum / PIXELS / Math.sqrt(variance(red) * variance(blue));
    }

    @ParameterizedTest
    @ValueSource(doubles = {12, 40, 90, 240})
    void poissonGaussianNoiseHasThePromisedMeanAndVariance(double level) {
        double gain = 4;
        NoiseConfig noise =
                read("noise.poissonGaussian", Map.of("gain", gain, "readNoise", 3, "offset", 10));
        double[] noisy = noisy(noise, level, false, 7);
        assertThat(mean(noisy)).isCloseTo(level, within(0.02 * level));
        double promised = gain * (level - 10) + 9;
        assertThat(variance(noisy)).isCloseTo(promised, within(0.02 * promised));
    }

    @Test
    void belowTheOffsetThereIsReadNoiseOnly() {
        NoiseConfig noise =
                read("noise.poissonGaussian", Map.of("gain", 4, "readNoise", 3, "offset", 10));
        double[] noisy = noisy(noise, 5, false, 7);
        assertThat(mean(noisy)).isCloseTo(5, within(0.1));
        assertThat(variance(noisy)).isCloseTo(9, within(0.2));
    }

    @Test
    void photonsOfGreySamplesAreTheSameInAllChannels() {
        NoiseConfig noise = read("noise.poissonGaussian.gain", List.of(1, 8));
        double[] grey = noisy(noise, 100, true, 7);
        assertThat(channel(grey, 0)).isEqualTo(channel(grey, 1)).isEqualTo(channel(grey, 2));
        double[] colour = noisy(noise, 100, false, 7);
        assertThat(channel(colour, 0)).isNotEqualTo(channel(colour, 1));
    }

    @Test
    void kindsAreChosenByTheirShares() {
        NoiseConfig noise =
                read(
                        "noise",
                        Map.of(
                                "gaussian",
                                Map.of("sigma", 1, "share", 3),
                                "poissonGaussian",
                                Map.of("gain", 10, "share", 1)));
        int gaussian = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] sample = new float[300];
            noise.addTo(sample, true, new SplittableRandom(seed));
            double sum = 0;
            for (float value : sample) {
                sum += value * value;
            }
            gaussian += Math.sqrt(sum / 300) * 127.5 < 5 ? 1 : 0;
        }
        assertThat(gaussian).isBetween(130, 170);
        assertThat(noise.describe())
                .isEqualTo(
                        "Gaussian noise of σ = 1 (of 255), or Poisson-Gaussian noise of 10 grey"
                                + " levels (of 255) per photon and read noise of σ = 0.");
    }

    @Test
    void noisyValuesAreRoundedAndClippedWhenAsked() {
        NoiseConfig noise = read("noise", Map.of("sigma", 50, "round", true, "clip", true));
        for (double level : noisy(noise, 250, false, 1)) {
            assertThat(level).isBetween(0.0, 255.0).isCloseTo(Math.rint(level), within(1e-4));
        }
        assertThat(Arrays.stream(noisy(read("noise.sigma", 50), 250, false, 1)).max().orElseThrow())
                .isGreaterThan(300);
    }

    @Test
    void impossibleStrengthsAreNamed() {
        assertThatThrownBy(() -> read("noise.poissonGaussian.gain", 0))
                .hasMessage("Setting noise.poissonGaussian.gain must be positive, but is 0.");
        assertThatThrownBy(() -> read("noise.gaussian.sigma", List.of(-1, 4)))
                .hasMessage("Setting noise.gaussian.sigma must not be negative, but is -1 to 4.");
        assertThatThrownBy(() -> read("noise.round", true))
                .hasMessageContaining("Unknown setting noise.round");
    }
}
