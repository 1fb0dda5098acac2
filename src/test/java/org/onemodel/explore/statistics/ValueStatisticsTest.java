/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ValueStatisticsTest {

    private static Summary summary(float... values) {
        ValueStatistics statistics = new ValueStatistics();
        statistics.add(values, 0, values.length);
        return statistics.summary();
    }

    private static float[] draw(int count, double centre, double spread, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            double normal = random.nextGaussian();
            values[i] = (float) (centre + spread * (normal + 0.2 * normal * normal)); // skewed
        }
        return values;
    }

    /** Mean, deviation, skewness G1 and excess kurtosis G2 from the definitions, in two passes. */
    private static double[] twoPasses(float[] values) {
        double n = values.length;
        double mean = 0;
        for (float value : values) {
            mean += value / n;
        }
        double[] power = new double[5];
        for (float value : values) {
            double difference = value - mean;
            for (int k = 1; k < power.length; k++) {
                power[k] += Math.pow(difference, k) / n;
            }
        }
        double g1 = power[3] / Math.pow(power[2], 1.5);
        double g2 = power[4] / (power[2] * power[2]) - 3;
        return new double[] {
            mean,
            Math.sqrt(power[2] * n / (n - 1)),
            g1 * Math.sqrt(n * (n - 1)) / (n - 2),
            (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)
        };
    }

    @Property(seed = "5", tries = 100)
    void onePassOverPartsGivesWhatTwoPassesOverAllGive(
            @ForAll @IntRange(min = 4, max = 5000) int count,
            @ForAll @IntRange(min = 0, max = 4) int parts,
            @ForAll @IntRange(min = -4, max = 4) int magnitude,
            @ForAll boolean farFromZero,
            @ForAll int seed) {
        double spread = Math.pow(10, magnitude);
        float[] values = draw(count, farFromZero ? 1000 * spread : 0, spread, seed);
        ValueStatistics merged = new ValueStatistics();
        for (int part = 0; part <= parts; part++) {
            ValueStatistics one = new ValueStatistics();
            one.add(values, part * count / (parts + 1), (part + 1) * count / (parts + 1));
            merged.merge(one);
        }

        Summary summary = merged.summary();

        double[] expected = twoPasses(values);
        assertThat(summary.count()).isEqualTo(count);
        assertThat(summary.mean()).isCloseTo(expected[0], within(1e-11 * 1000 * spread));
        assertThat(summary.deviation()).isCloseTo(expected[1], Percentage.withPercentage(1e-7));
        assertThat(summary.skewness()).isCloseTo(expected[2], within(1e-6));
        assertThat(summary.kurtosis()).isCloseTo(expected[3], within(1e-5));
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(summary.minimum()).isEqualTo(sorted[0]);
        assertThat(summary.maximum()).isEqualTo(sorted[count - 1]);
        assertThat(summary.shapiroWilkW()).isEqualTo(summary(values).shapiroWilkW());
    }

    /** Sums of squares would lose all digits here. */
    @Test
    void aLargeMeanCostsNoDigits() {
        float[] values = new float[1_000_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 16_000_000 + i % 3; // as large as floats are exact
        }

        Summary summary = summary(values);

        assertThat(summary.mean()).isCloseTo(16_000_001, within(1e-5));
        assertThat(summary.deviation()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-5));
    }

    @Test
    void noiseIsStandardNormal() {
        float[] values = new float[200_000];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }

        Summary summary = summary(values);

        assertThat(summary.tested()).isEqualTo(5000);
        assertThat(summary.shapiroWilkW()).isGreaterThan(0.999);
        assertThat(summary.differsFromNormal()).isEqualTo("no");
        assertThat(summary.differsFromStandardNormal()).isEqualTo("no");
        assertThat(summary.skewness()).isCloseTo(0, within(0.03));
        assertThat(summary.kurtosis()).isCloseTo(0, within(0.06));
    }

    @Test
    void noiseOfAnotherDeviationIsNormalButNotStandard() {
        float[] values = new float[3000];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 * random.nextGaussian());
        }

        assertThat(summary(values).differsFromNormal()).isEqualTo("no");
        assertThat(summary(values).differsFromStandardNormal()).isEqualTo("yes");
    }

    /** From {@code scipy.stats.kstest(x, 'norm')} of SciPy 1.17.1. */
    @Test
    void theDifferenceFromTheStandardNormalIsThatOfSciPy() {
        Summary summary =
                summary(
                        0.11f, 7.87f, 4.61f, 10.14f, 7.95f, 3.14f, 0.46f, 4.43f, 0.21f, 4.75f,
                        0.71f, 1.52f, 3.24f, 0.93f, 0.42f, 4.97f, 9.53f, 4.55f, 0.47f, 6.66f);

        assertThat(summary.kolmogorovD()).isCloseTo(0.5991552608265414, within(1e-7));
        assertThat(summary.kolmogorovP())
                .isCloseTo(2.1530391943737862e-07, Percentage.withPercentage(0.01));
        assertThat(summary.shapiroWilkW()).isCloseTo(0.9004728794391273, within(2e-7));
    }

    @Test
    void aConstantMapHasNoShapeButIsNoNoise() {
        Summary summary = summary(2, 2, 2, 2, 2, 2, 2, 2, 2, 2);

        assertThat(summary.mean()).isEqualTo(2);
        assertThat(summary.deviation()).isZero();
        assertThat(summary.skewness()).isNaN();
        assertThat(summary.kurtosis()).isNaN();
        assertThat(summary.shapiroWilkW()).isNaN();
        assertThat(summary.differsFromNormal()).isEmpty();
        assertThat(summary.differsFromStandardNormal()).isEqualTo("yes");
    }

    @Test
    void fewValuesHaveTheFiguresThatAreDefined() {
        assertThat(new ValueStatistics().summary())
                .extracting(Summary::count, Summary::mean, Summary::minimum, Summary::kolmogorovD)
                .containsExactly(0L, Double.NaN, Double.NaN, Double.NaN);
        assertThat(summary(3))
                .extracting(Summary::count, Summary::mean, Summary::deviation, Summary::maximum)
                .containsExactly(1L, 3.0, Double.NaN, 3.0);
        assertThat(summary(1, 3))
                .extracting(Summary::mean, Summary::skewness, Summary::shapiroWilkW)
                .containsExactly(2.0, Double.NaN, Double.NaN);
        assertThat(summary(1, 3, 4).shapiroWilkW()).isBetween(0.75, 1.0);
        assertThat(summary(1, 3, 4).kurtosis()).isNaN();
    }

    @Test
    void valuesThatAreNotFiniteLeaveTheTestsUndefined() {
        Summary summary = summary(1, 2, Float.NaN, 4, 5);

        assertThat(summary.mean()).isNaN();
        assertThat(summary.shapiroWilkW()).isNaN();
        assertThat(summary.kolmogorovP()).isNaN();
    }
}
