/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LineChartTest {

    private static final int FIRST = 0x1f77b4;
    private static final int SECOND = 0xff7f0e;
    private static final int WHITE = 0xffffff;

    @Test
    void itsImageIsImageJsPlotWithItsValues() {
        ImagePlus image = ChartProgram.chart().image();

        assertThat(image.getTitle()).isEqualTo("curves");
        assertThat(image.getBitDepth()).isEqualTo(24);
        assertThat(count(image, FIRST)).isGreaterThan(500);
        assertThat(count(image, SECOND)).isGreaterThan(10);
        Plot plot = (Plot) image.getProperty(Plot.PROPERTY_KEY);
        assertThat(plot.getDataObjectArrays(0)[1]).containsExactly(10f, 2f, 1f);
    }

    @Test
    void withoutFontsTheSameCurvesAreDrawn() {
        ImagePlus image = ChartProgram.chart().drawn();

        assertThat(image.getTitle()).isEqualTo("curves");
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(count(image, FIRST)).isGreaterThan(500);
        assertThat(count(image, SECOND)).isGreaterThan(10);
        assertThat(count(image, 0)).as("the frame and the letters").isGreaterThan(2000);
    }

    @Test
    void aCurveFallsFromItsFirstToItsLastValue() {
        ImageProcessor image =
                new LineChart("t", "x", "y")
                        .withCurve("down", new double[] {0, 1}, new double[] {1, 0})
                        .drawn()
                        .getProcessor();
        int[] lefts = columns(image, FIRST);
        int before = 0;
        for (int x = lefts[0]; x < lefts[0] + 400; x++) {
            int top = top(image, FIRST, x);
            assertThat(top).isGreaterThanOrEqualTo(before);
            before = top;
        }
        assertThat(before).isBetween(image.getHeight() / 3, image.getHeight() * 2 / 3);
    }

    @Test
    void aValueThatIsNotFiniteBreaksTheLine() {
        double[] x = IntStream.range(0, 11).asDoubleStream().toArray();
        double[] y = new double[11];
        y[4] = Double.NaN;
        y[5] = Double.POSITIVE_INFINITY;
        y[6] = Double.NaN;
        ImageProcessor image =
                new LineChart("t", "x", "y").withCurve("flat", x, y).drawn().getProcessor();
        int row = image.getHeight() / 2 - 20;
        int[] columns = columns(image, FIRST);
        int middle = (columns[0] + columns[columns.length - 1]) / 2;

        assertThat(top(image, FIRST, columns[0] + 50)).isBetween(row - 40, row + 40);
        assertThat(top(image, FIRST, middle)).as("nothing there").isEqualTo(-1);
    }

    @Test
    void anAxisOfLogarithmsLeavesOutWhatItCannotShow() {
        LineChart chart =
                new LineChart("t", "x", "y")
                        .withLogarithmicAxis()
                        .withCurve(
                                "mixed",
                                new double[] {0, 1, 2, 3, 4},
                                new double[] {1000, 100, 0, -1, 1});

        assertThat(chart.isLogarithmic()).isTrue();
        assertThat(count(chart.drawn(), FIRST)).isGreaterThan(100);
        assertThat(count(chart.image(), FIRST)).isGreaterThan(100);
        LineChart none =
                new LineChart("t", "x", "y")
                        .withLogarithmicAxis()
                        .withCurve("none", new double[] {0, 1}, new double[] {0, -1});
        assertThat(none.isLogarithmic()).isFalse();
        assertThat(count(none.drawn(), FIRST)).isGreaterThan(100);
    }

    @Test
    void aChartWithoutPointsIsEmptyAndFailsNot() {
        LineChart chart =
                new LineChart("t", "x", "y").withCurve("none", new double[0], new double[0]);

        assertThat(count(chart.drawn(), FIRST)).isZero();
        assertThat(chart.image().getWidth()).isEqualTo(800);
        LineChart constant =
                new LineChart("t", "x", "y")
                        .withCurve("same", new double[] {5, 5}, new double[] {-7, -7});
        assertThat(count(constant.drawn(), FIRST)).isPositive();
        assertThatThrownBy(() -> chart.withCurve("odd", new double[2], new double[3]))
                .hasMessage("2 x and 3 y");
    }

    @Test
    void numbersAtTheAxesAreRoundInAnyLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Axis axis = Axis.around(0, 1, false);
            assertThat(axis.ticks().stream().map(axis::text))
                    .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
            Axis large = Axis.around(-150, 2000, false);
            assertThat(large.ticks().stream().map(large::text))
                    .containsExactly("0", "500", "1000", "1500", "2000");
            Axis powers = Axis.around(0.01, 1000, true);
            assertThat(powers.ticks().stream().map(powers::text))
                    .containsExactly("0.01", "0.1", "1", "10", "100", "1000");
            Axis tiny = Axis.around(0, 1e-9, false);
            assertThat(tiny.ticks().stream().map(tiny::text)).contains("4.00e-10");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJavaWithoutFontsDrawsItsCharts(@TempDir Path folder)
            throws IOException, InterruptedException {
        assertThat(FontlessJava.run(folder, ChartProgram.class))
                .containsExactly(
                        "fonts false", ChartProgram.checksum(ChartProgram.chart().drawn()));
    }

    private static int count(ImagePlus image, int colour) {
        ImageProcessor pixels = image.getProcessor();
        return (int)
                IntStream.range(0, pixels.getPixelCount())
                        .filter(i -> (pixels.get(i) & WHITE) == colour)
                        .count();
    }

    /** Where a colour is, but for the right part with the legend. */
    private static int[] columns(ImageProcessor image, int colour) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> top(image, colour, x) >= 0)
                .toArray();
    }

    private static int top(ImageProcessor image, int colour, int x) {
        return IntStream.range(0, image.getHeight())
                .filter(y -> (image.get(x, y) & WHITE) == colour)
                .findFirst()
                .orElse(-1);
    }
}
