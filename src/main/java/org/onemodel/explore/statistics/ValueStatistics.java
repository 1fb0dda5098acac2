/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * The distribution of a stream of values, in one pass and bounded memory.
 *
 * <p>Moments are updated with each value, as differences from the mean so far, which loses no
 * digits where the mean is large; the tests look at a random {@link Sample}. Not for several
 * threads.
 */
final class ValueStatistics {

    /** Where random samples start. */
    private static final long SEED = 1;

    /** How many values are kept for histograms; the tests take some of them. */
    private static final int KEPT = 1 << 16;

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private final DoubleStatistics moments =
            DoubleStatistics.of(
                    Statistic.MEAN,
                    Statistic.STANDARD_DEVIATION,
                    Statistic.SKEWNESS,
                    Statistic.KURTOSIS,
                    Statistic.MIN,
                    Statistic.MAX);
    private final Sample sample = new Sample(KEPT, SEED);

    /** Adds values {@code from} to {@code to - 1} of an array. */
    void add(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            moments.accept(values[i]);
            sample.add(values[i]);
        }
    }

    /** A random sample of the values. */
    Sample sample() {
        return sample;
    }

    /** Adds the values of another, which is not changed. */
    void merge(ValueStatistics part) {
        moments.combine(part.moments);
        sample.merge(part.sample);
    }

    /** The figures of all values so far. */
    Summary summary() {
        double[] tested = sample.some(ShapiroWilk.MOST);
        ShapiroWilk normality = ShapiroWilk.of(tested);
        boolean comparable = tested.length > 1 && Arrays.stream(tested).allMatch(Double::isFinite);
        double difference = Double.NaN;
        double differenceP = Double.NaN;
        if (comparable) {
            KolmogorovSmirnovTest.OneResult result =
                    KolmogorovSmirnovTest.withDefaults()
                            .test(tested, STANDARD_NORMAL::cumulativeProbability);
            difference = result.getStatistic();
            differenceP = result.getPValue();
        }
        return new Summary(
                moments.getCount(),
                moment(Statistic.MEAN, 1),
                moment(Statistic.STANDARD_DEVIATION, 2),
                moment(Statistic.SKEWNESS, 3),
                moment(Statistic.KURTOSIS, 4),
                moment(Statistic.MIN, 1),
                moment(Statistic.MAX, 1),
                tested.length,
                normality.w(),
                normality.p(),
                difference,
                differenceP);
    }

    private double moment(Statistic statistic, int fewest) {
        return moments.getCount() < fewest ? Double.NaN : moments.getAsDouble(statistic);
    }
}
