/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.onemodel.image.figure.FontlessJava;

class HistogramTest {

    private static double area(Histogram histogram) {
        return Arrays.stream(histogram.density()).sum() * histogram.width();
    }

    @Test
    void theDensityOfNoiseIsThatOfTheNormalDistribution() {
        Random random = new Random(1);
        double[] values = DoubleStream.generate(random::nextGaussian).limit(65_536).toArray();

        Histogram histogram = Histogram.of(values);

        double[] middles = histogram.middles();
        for (int i = 0; i < middles.length; i++) {
            double normal = Math.exp(-middles[i] * middles[i] / 2) / Math.sqrt(2 * Math.PI);
            assertThat(histogram.density()[i])
                    .as("density at %s", middles[i])
                    .isCloseTo(normal, within(0.03));
        }
        assertThat(area(histogram)).isBetween(0.99, 1.0); // within 2.8 deviations
    }

    @Test
    void outliersDoNotStretchTheRange() {
        double[] values = new Random(1).doubles(10_000).toArray();
        values[17] = 1e6;
        values[18] = -1e6;

        Histogram histogram = Histogram.of(values);

        assertThat(histogram.low()).isBetween(-0.11, 0.0);
        assertThat(histogram.high()).isBetween(1.0, 1.11);
        assertThat(area(histogram)).isCloseTo(0.9998, within(1e-9));
    }

    @Test
    void allOfFewValuesAreInside() {
        Histogram histogram = Histogram.of(new double[] {3, 1, 2});

        assertThat(histogram.low()).isEqualTo(1);
        assertThat(histogram.high()).isCloseTo(3, within(1e-12));
        assertThat(area(histogram)).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalValuesAreOneBin() {
        for (double value : new double[] {0, -2, 1e9}) {
            Histogram histogram = Histogram.of(new double[] {value, value, value, value});

            assertThat(histogram.low()).isLessThan(value);
            assertThat(histogram.high()).isGreaterThan(value);
            assertThat(Arrays.stream(histogram.density()).filter(d -> d > 0)).hasSize(1);
            assertThat(area(histogram)).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void noValueIsNoArea() {
        assertThat(area(Histogram.of(new double[0]))).isZero();
        assertThat(area(Histogram.of(new double[] {Double.NaN}))).isZero();
        assertThat(area(Histogram.of(new double[] {1, 2, Double.NaN, 3})))
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void histogramsAreDrawnOnAServerWithoutFonts(@TempDir Path folder) throws Exception {
        assertThat(FontlessJava.run(folder, HistogramsProgram.class)).containsExactly("2 true");
    }
}
