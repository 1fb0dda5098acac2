/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The references were computed with {@code scipy.stats.shapiro} of SciPy 1.17.1. */
class ShapiroWilkTest {

    /** SciPy's quantiles of the normal distribution have 7 digits, ours have all. */
    private static final double OF_W = 2e-7;

    private static final double PERCENT_OF_P = 0.02;

    /** Uniform numbers of a linear congruential generator, [0, 1). */
    private static double[] uniform(int n) {
        double[] values = new double[n];
        long state = 12345;
        for (int i = 0; i < n; i++) {
            state = (state * 1103515245 + 12345) % 2147483648L;
            values[i] = state / 2147483648.0;
        }
        return values;
    }

    /** Sums of 12 uniform numbers each, nearly N(0, 1). */
    private static double[] nearNormal(int n) {
        double[] uniform = uniform(12 * n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = Arrays.stream(uniform, 12 * i, 12 * i + 12).sum() - 6;
        }
        return values;
    }

    private static double[] exponential(int n) {
        return Arrays.stream(uniform(n)).map(u -> -Math.log(u)).toArray();
    }

    private static double[] values(String kind, int n) {
        return switch (kind) {
            case "uniform" -> uniform(n);
            case "normal" -> nearNormal(n);
            default -> exponential(n);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "uniform, 3, 0.7900115702344077, 0.09086950388056292",
        "normal, 3, 0.8062073175847395, 0.12940503896138356",
        "exponential, 3, 0.7780588791980684, 0.06312896265553025",
        "uniform, 4, 0.872858184013999, 0.3090299200790226",
        "normal, 4, 0.9024452009042973, 0.443306119865735",
        "exponential, 4, 0.8633821853403618, 0.2725016286118698",
        "uniform, 5, 0.9052074458660485, 0.43933264548107037",
        "normal, 5, 0.9022202326247886, 0.4222782494991804",
        "exponential, 5, 0.8354974940314207, 0.1528558558437803",
        "uniform, 6, 0.9156780030502625, 0.47478988512177617",
        "normal, 6, 0.9803018641702426, 0.9530483072120444",
        "exponential, 6, 0.8093450878069918, 0.07120800743479276",
        "uniform, 7, 0.8886570920121644, 0.2677315320611766",
        "normal, 7, 0.9925050765677856, 0.9969560665175204",
        "exponential, 7, 0.7655310399533906, 0.018383082416835755",
        "uniform, 11, 0.9858455039038275, 0.9899881025331619",
        "normal, 11, 0.9817734091701968, 0.9752123730632691",
        "exponential, 11, 0.9013658658404875, 0.19207659059856563",
        "uniform, 12, 0.9771084409116184, 0.969441093792238",
        "normal, 12, 0.9832465757424453, 0.9934470662727664",
        "exponential, 12, 0.933225373928488, 0.4155563547948843",
        "uniform, 20, 0.9837664108585786, 0.9730444646365934",
        "normal, 20, 0.9657973546392378, 0.6648325038258347",
        "exponential, 20, 0.9176169077173602, 0.08916112934306285",
        "uniform, 50, 0.9732635669352258, 0.31260945368789306",
        "normal, 50, 0.985584731051976, 0.7964315300850948",
        "exponential, 50, 0.7970950362710962, 7.520389063532096e-07",
        "uniform, 500, 0.9510455610149469, 8.244396246878201e-12",
        "normal, 500, 0.9968277479315671, 0.43795268607358195",
        "exponential, 500, 0.7900995060694086, 7.015419453010391e-25",
        "uniform, 5000, 0.9557174393354371, 1.720850894109685e-36",
        "normal, 5000, 0.9995078447112391, 0.2250701269691403",
        "exponential, 5000, 0.8125859214735683, 2.2871319338009014e-60"
    })
    void agreesWithSciPy(String kind, int n, double w, double p) {
        ShapiroWilk test = ShapiroWilk.of(values(kind, n));

        assertThat(test.w()).isCloseTo(w, within(OF_W));
        assertThat(test.p()).isCloseTo(p, Percentage.withPercentage(PERCENT_OF_P));
    }

    /** The weights of 11 men in Shapiro and Wilk's paper of 1965, who have W = 0.79. */
    @Test
    void agreesWithTheExampleOfThePaper() {
        ShapiroWilk test =
                ShapiroWilk.of(
                        new double[] {148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236});

        assertThat(test.w()).isCloseTo(0.79, within(0.005));
        assertThat(test.w()).isCloseTo(0.7888146948631716, within(OF_W));
        assertThat(test.p())
                .isCloseTo(0.006703814061898823, Percentage.withPercentage(PERCENT_OF_P));
    }

    /** The weights in R's data set {@code women}, of which R tells W = 0.96036, p = 0.6986. */
    @Test
    void agreesWithR() {
        ShapiroWilk test =
                ShapiroWilk.of(
                        new double[] {
                            115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159,
                            164
                        });

        assertThat(test.w()).isCloseTo(0.96036, within(5e-6));
        assertThat(test.p()).isCloseTo(0.6986, within(5e-5));
    }

    @Test
    void isTheSameForShiftedScaledAndShuffledValues() {
        double[] values = exponential(50);
        double[] others = new double[50];
        for (int i = 0; i < 50; i++) {
            others[i] = 1e-3 * values[(i * 7) % 50] + 4;
        }

        assertThat(ShapiroWilk.of(others).w()).isCloseTo(ShapiroWilk.of(values).w(), within(1e-9));
    }

    @Test
    void isNotDefinedWhereThereIsNothingToTest() {
        assertThat(ShapiroWilk.of(new double[0])).isEqualTo(ShapiroWilk.UNDEFINED);
        assertThat(ShapiroWilk.of(new double[] {1, 2})).isEqualTo(ShapiroWilk.UNDEFINED);
        assertThat(ShapiroWilk.of(new double[] {4, 4, 4, 4})).isEqualTo(ShapiroWilk.UNDEFINED);
        assertThat(ShapiroWilk.of(new double[] {1, Double.NaN, 2, 3}))
                .isEqualTo(ShapiroWilk.UNDEFINED);
        assertThat(ShapiroWilk.of(new double[] {-Double.MAX_VALUE, 0, 1, Double.MAX_VALUE}))
                .isEqualTo(ShapiroWilk.UNDEFINED);
    }

    @Test
    void staysInBoundsFarFromNormalAndVeryClose() {
        for (int n : new int[] {3, 4, 5, 6, 11, 12, 100}) {
            double[] outlier = new double[n];
            outlier[0] = 1;
            ShapiroWilk far = ShapiroWilk.of(outlier);
            assertThat(far.w()).as("W of " + n).isBetween(0.0, 1.0);
            assertThat(far.p()).as("p of " + n).isBetween(0.0, 0.05);
            double[] even = new double[n];
            Arrays.setAll(even, i -> i);
            assertThat(ShapiroWilk.of(even).p()).as("p of even " + n).isBetween(0.001, 1.0);
        }
    }

    @Test
    void refusesMoreThanItIsMadeFor() {
        assertThatThrownBy(() -> ShapiroWilk.of(new double[5001]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The Shapiro-Wilk test is for at most 5000 values, and there are 5001;"
                                + " take a sample of them.");
    }
}
