/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onemodel.image.Plane;

/** Images that are changed in a known way get the verdict that the eye gives. */
class ChangeMeasureTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 80;
    private static final int LENGTH = 16;
    private static final double ROUNDING = 1e-3;

    /** A change of a pixel: its channel, place and value. */
    private interface Painter {
        double at(int channel, int x, int y, float[][] channels, int i);
    }

    /** Purple discs of 9 pixels on a pink ground with shading: as stained nuclei. */
    private static Plane nuclei() {
        return shifted(0);
    }

    private static Plane shifted(double dx) {
        float[][] channels = new float[3][WIDTH * HEIGHT];
        double[] ground = {220, 170, 200};
        double[] disc = {110, 60, 150};
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double x = i % WIDTH - dx;
            double y = i / WIDTH;
            double u = x - 14 * Math.floor(x / 14) - 7;
            double v = y - 16 * Math.floor(y / 16) - 8;
            double inside = 1 / (1 + Math.exp(2 * (Math.hypot(u, v) - 4.5)));
            double shade = 1 + 0.1 * Math.cos(Math.PI * y / HEIGHT);
            for (int c = 0; c < 3; c++) {
                channels[c][i] = (float) (shade * (ground[c] + inside * (disc[c] - ground[c])));
            }
        }
        return new Plane(WIDTH, HEIGHT, channels);
    }

    private static Plane grey() {
        return new Plane(WIDTH, HEIGHT, new float[][] {nuclei().channels()[1]});
    }

    private static Plane changed(Plane plane, Painter painter) {
        float[][] channels = plane.channels();
        float[][] values = new float[channels.length][];
        for (int c = 0; c < channels.length; c++) {
            values[c] = channels[c].clone();
            for (int i = 0; i < values[c].length; i++) {
                values[c][i] = (float) painter.at(c, i % WIDTH, i / WIDTH, plane.channels(), i);
            }
        }
        return new Plane(plane.width(), plane.height(), values);
    }

    private static Change measure(Plane plane, Plane variation) {
        return new ChangeMeasure(plane, LENGTH, 1).of(List.of(variation), List.of(1));
    }

    private static Change measure(Plane plane, Painter painter) {
        return measure(plane, changed(plane, painter));
    }

    private static double rms(Plane a, Plane b) {
        double squares = 0;
        int count = 0;
        for (int c = 0; c < a.channels().length; c++) {
            for (int i = 0; i < a.channels()[c].length; i++) {
                squares += Math.pow(a.channels()[c][i] - b.channels()[c][i], 2);
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    @Test
    void aTintIsColour() {
        // red up, blue down by 6: no luminance; its root mean square over channels is 6 √(2/3)
        Change change = measure(nuclei(), (c, x, y, v, i) -> v[c][i] + 6 * (1 - c));
        assertThat(change.colour()).isEqualTo(6 * Math.sqrt(2.0 / 3), within(ROUNDING));
        assertThat(change.brightness()).isEqualTo(0, within(ROUNDING));
        assertThat(change.structure()).isEqualTo(0, within(ROUNDING));
        assertThat(change.verdict()).isEqualTo("colour");
    }

    @Test
    void aTintThatDiffersFromLeftToRightIsColour() {
        Change change =
                measure(
                        nuclei(),
                        (c, x, y, v, i) ->
                                v[c][i] + 9 * (1 - c) * Math.cos(Math.PI * (x + 0.5) / WIDTH));
        assertThat(change.colour()).isEqualTo(9 / Math.sqrt(3), within(ROUNDING));
        assertThat(change.verdict()).isEqualTo("colour");
    }

    @Test
    void saturationOfSmallThingsIsColour() {
        Change change =
                measure(
                        nuclei(),
                        (c, x, y, v, i) -> {
                            double mean = (v[0][i] + v[1][i] + v[2][i]) / 3;
                            return mean + 1.5 * (v[c][i] - mean);
                        });
        assertThat(change.verdict()).isEqualTo("colour");
        assertThat(change.structure()).isLessThan(0.01);
        assertThat(change.colour()).isGreaterThan(10);
    }

    @Test
    void nucleiOfAnotherHueAreColour() {
        // blue of the dark nuclei becomes green, and nothing else
        Change change =
                measure(
                        nuclei(),
                        (c, x, y, v, i) -> {
                            double nucleus = (220 - v[0][i]) / 110;
                            return v[c][i] + 30 * nucleus * (c == 1 ? 1 : c == 2 ? -1 : 0);
                        });
        assertThat(change.kinds()).containsExactly(ChangeKind.COLOUR);
        assertThat(change.structure()).isLessThan(0.1 * change.colour());
    }

    @Test
    void aGreyLevelMoreEverywhereIsBrightness() {
        Change change = measure(nuclei(), (c, x, y, v, i) -> v[c][i] + 5);
        assertThat(change.brightness()).isEqualTo(5, within(ROUNDING));
        assertThat(change.total()).isEqualTo(5, within(ROUNDING));
        assertThat(change.verdict()).isEqualTo("brightness");
        assertThat(measure(grey(), (c, x, y, v, i) -> v[c][i] + 5).brightness())
                .isEqualTo(5, within(ROUNDING));
    }

    @Test
    void shadingIsBrightness() {
        Change change =
                measure(grey(), (c, x, y, v, i) -> v[c][i] + 20 * Math.exp(-y / (double) HEIGHT));
        assertThat(change.verdict()).isEqualTo("brightness");
        assertThat(change.structure()).isLessThan(0.05 * change.brightness());
    }

    @Test
    void textureIsStructure() {
        Change change =
                measure(nuclei(), (c, x, y, v, i) -> v[c][i] + ((x / 2 + y / 2) % 2 == 0 ? 8 : -8));
        assertThat(change.structure()).isEqualTo(8, within(0.1));
        assertThat(change.verdict()).isEqualTo("structure");
        assertThat(Math.abs(change.detail())).isLessThan(0.1);
    }

    @Test
    void colouredSpeckleIsStructure() {
        Random random = new Random(1);
        Plane plane = nuclei();
        Plane speckled = changed(plane, (c, x, y, v, i) -> v[c][i] + 10 * random.nextGaussian());
        Change change = measure(plane, speckled);
        assertThat(change.kinds()).containsExactly(ChangeKind.STRUCTURE);
        assertThat(change.structure()).isEqualTo(10, within(0.3));
    }

    @Test
    void whatMovesIsStructure() {
        Change change = measure(nuclei(), shifted(1));
        assertThat(change.kinds()).containsExactly(ChangeKind.STRUCTURE);
        assertThat(change.colour()).isLessThan(0.3 * change.structure());
    }

    @Test
    void strongerDetailIsStructureAndToldByItsSign() {
        SmoothPart smooth = new SmoothPart(WIDTH, HEIGHT, LENGTH);
        float[] detail = grey().channels()[0].clone();
        smooth.takeFrom(detail);
        Plane grey = grey();
        Plane stronger = changed(grey, (c, x, y, v, i) -> v[c][i] + 0.5 * detail[i]);
        Plane weaker = changed(grey, (c, x, y, v, i) -> v[c][i] - 0.5 * detail[i]);
        assertThat(measure(grey, stronger).verdict()).isEqualTo("structure");
        assertThat(measure(grey, stronger).detail()).isEqualTo(1, within(ROUNDING));
        assertThat(measure(grey, weaker).detail()).isEqualTo(-1, within(ROUNDING));
        ChangeMeasure measure = new ChangeMeasure(grey, LENGTH, 1);
        assertThat(measure.of(List.of(weaker, stronger), List.of(-1, 1)).detail())
                .as("less of the map weakens, more of it strengthens")
                .isEqualTo(1, within(ROUNDING));
    }

    @Test
    void twoThingsAtOnceAreBothTold() {
        Change change =
                measure(
                        nuclei(),
                        (c, x, y, v, i) ->
                                v[c][i] + 9 * (1 - c) + ((x / 2 + y / 2) % 2 == 0 ? 9 : -9));
        assertThat(change.verdict()).isEqualTo("structure, colour");
        assertThat(new Change(4, 8, 3.9, 0).kinds())
                .as("less than half of the largest does not count")
                .containsExactly(ChangeKind.BRIGHTNESS, ChangeKind.COLOUR);
        assertThat(new Change(1, 1, 1, 0).kinds())
                .containsExactly(ChangeKind.COLOUR, ChangeKind.BRIGHTNESS, ChangeKind.STRUCTURE);
        assertThat(new Change(0.9, 0.9, 0.9, 0).verdict()).isEqualTo("nothing");
    }

    @Test
    void lessThanOneGreyLevelIsNothing() {
        assertThat(measure(nuclei(), (c, x, y, v, i) -> v[c][i] + 0.99).verdict())
                .isEqualTo("nothing");
        assertThat(measure(nuclei(), (c, x, y, v, i) -> v[c][i]).total()).isZero();
        assertThat(measure(nuclei(), (c, x, y, v, i) -> v[c][i] + 1.01).verdict())
                .isEqualTo("brightness");
    }

    @Test
    void thePartsAddUpToTheDifference() {
        Random random = new Random(2);
        Plane plane = nuclei();
        Plane other =
                changed(
                        shifted(0.5),
                        (c, x, y, v, i) ->
                                1.1 * v[c][i] + 7 * (1 - c) + 3 * random.nextGaussian() - y / 10.0);
        assertThat(measure(plane, other).total()).isEqualTo(rms(plane, other), within(ROUNDING));
        assertThat(new ChangeMeasure(plane, LENGTH, 0.5).of(List.of(other), List.of(1)).total())
                .isEqualTo(rms(plane, other) / 2, within(ROUNDING));
    }

    @Test
    void anImageWithoutDetailOrOfOnePixelIsMeasuredToo() {
        Plane pixel = new Plane(1, 1, new float[][] {{10}, {20}, {30}});
        Plane other = new Plane(1, 1, new float[][] {{13}, {20}, {27}});
        Change change = new ChangeMeasure(pixel, LENGTH, 1).of(List.of(other), List.of(1));
        assertThat(change.colour()).isEqualTo(Math.sqrt(6), within(ROUNDING));
        assertThat(change.detail()).isZero();
        Plane flat = changed(grey(), (c, x, y, v, i) -> 100);
        assertThat(measure(flat, (c, x, y, v, i) -> 100 + (x % 2) * 4 - 2).verdict())
                .isEqualTo("structure");
    }
}
