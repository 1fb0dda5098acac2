/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class ImgPlanesTest {

    @Test
    void planesRunThroughTheThirdDimensionFirst() {
        ImgPlanes planes = new ImgPlanes(noise(4, 3, 2, 5));
        float[] all = pixels(4, 3, 2, 5);
        assertThat(planes.count()).isEqualTo(10);
        for (int p = 0; p < 10; p++) {
            float[] plane = planes.plane(p).channels()[0];
            for (int i = 0; i < 12; i++) {
                assertThat(plane[i]).as("plane %d, pixel %d", p, i).isEqualTo(all[12 * p + i]);
            }
        }
    }

    @Test
    void croppedAndRotatedViewsAreReadInTheirOwnOrder() {
        Img<FloatType> image = noise(4, 3, 2);
        RandomAccessibleInterval<FloatType> crop =
                Views.interval(image, Intervals.createMinMax(1, 1, 1, 3, 2, 1));
        RandomAccessibleInterval<FloatType> view = Views.permute(crop, 0, 1);
        ImgPlanes planes = new ImgPlanes(view);
        assertThat(planes.width()).isEqualTo(2);
        assertThat(planes.height()).isEqualTo(3);
        float[] values = planes.plane(0).channels()[0];
        for (int i = 0; i < 6; i++) {
            float expected = image.getAt(1 + i / 2, 1 + i % 2, 1).get();
            assertThat(values[i]).as("pixel %d", i).isEqualTo(expected);
        }
    }

    @Test
    void integerImagesAreReadAsTheirValues() {
        byte[] bytes = {0, (byte) 200, 7};
        ImgPlanes planes = new ImgPlanes(ArrayImgs.unsignedBytes(bytes, 3, 1));
        assertThat(planes.plane(0).channels()[0]).containsExactly(0, 200, 7);
    }

    @Test
    void resultsHaveTheDimensionsAndPixelsThatWereSet() {
        Img<FloatType> image = noise(4, 3, 2, 5);
        ImgPlanes planes = new ImgPlanes(image);
        ImgResult result = new ImgResult(planes);
        for (int i = 0; i < planes.count(); i++) {
            result.set(i, planes.plane(i));
        }
        Img<FloatType> copy = result.finish();
        assertThat(copy.dimensionsAsLongArray()).containsExactly(4, 3, 2, 5);
        var expected = image.localizingCursor();
        while (expected.hasNext()) {
            float value = expected.next().get();
            assertThat(copy.getAt(expected).get()).as("%s", expected).isEqualTo(value);
        }
    }

    @Test
    void oneNormalizationHoldsForAllPlanes() {
        ImgPlanes planes = new ImgPlanes(ArrayImgs.floats(new float[] {-2, 0, 1, 6}, 2, 1, 2));
        assertThat(Normalizations.of(planes, Percentiles.MIN_MAX))
                .isEqualTo(Normalization.ofRange(-2, 6));
    }

    @Test
    void nanPixelsAreRefusedOnlyWhereNumbersAreNeeded() {
        ImgPlanes planes = new ImgPlanes(ArrayImgs.floats(new float[] {0, Float.NaN}, 1, 2));
        assertThat(planes.plane(0).channels()[0]).containsExactly(0, Float.NaN);
        assertThatThrownBy(() -> planes.finitePlane(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Plane 1 of the image has 1 NaN or infinite pixel, at x=0, y=1; replace"
                                + " them by numbers first.");
    }

    @Test
    void holesAreFilledForTheNetworkAndKeptInTheResult() {
        float[] values = {1, Float.NaN, 3, 3, 3, Float.POSITIVE_INFINITY};
        ImgPlanes planes = new ImgPlanes(ArrayImgs.floats(values, 3, 2));
        ImgResult result = new ImgResult(planes);
        Plane filled = Plane.of(planes.filledRows(0));
        for (float value : filled.channels()[0]) {
            assertThat(value).isBetween(1f, 3f);
        }
        result.set(0, filled);
        Img<FloatType> copy = result.finish();
        assertThat(copy.getAt(0, 0).get()).isEqualTo(1);
        assertThat(copy.getAt(1, 0).get()).isNaN();
        assertThat(copy.getAt(2, 1).get()).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void aNetworkThatAnswersNanToANumberIsReported() {
        ImgResult result = new ImgResult(new ImgPlanes(noise(2, 1)));
        Plane broken = new Plane(2, 1, new float[][] {{0, Float.NaN}});
        assertThatThrownBy(() -> result.set(0, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The computed plane 1 has a NaN or infinite pixel at x=1, y=0; check the"
                                + " model, or try it on the CPU.");
    }

    @Test
    void rowsOfAMovedImageAreReadFromItsOwnCorner() {
        float[] all = pixels(6, 5);
        RandomAccessibleInterval<FloatType> crop =
                Views.interval(ArrayImgs.floats(all, 6, 5), Intervals.createMinMax(2, 1, 4, 4));
        float[][] rows = new float[1][6];
        new ImgPlanes(crop).rows(0).read(1, 2, rows);
        for (int i = 0; i < 6; i++) {
            assertThat(rows[0][i]).isEqualTo(all[(2 + i / 3) * 6 + 2 + i % 3]);
        }
    }

    @Test
    void linesAreRefused() {
        assertThatThrownBy(() -> new ImgPlanes(ArrayImgs.floats(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The image has 1 dimensions; expected at least 2, x and y.");
    }

    @Test
    void missingAndMisshapenPlanesAreReported() {
        ImgResult result = new ImgResult(new ImgPlanes(noise(4, 3, 2)));
        Plane plane = new Plane(4, 3, new float[][] {new float[12]});
        result.set(0, plane);
        assertThatThrownBy(result::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Plane 2 of 2 of the result is missing; set all before finishing.");
        Plane turned = new Plane(3, 4, new float[][] {new float[12]});
        assertThatThrownBy(() -> result.set(1, turned))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Plane 2 of the result has 3 x 4 pixels and 1 channels; expected 4 x 3 and"
                                + " 1.");
    }

    private static Img<FloatType> noise(long... dimensions) {
        return ArrayImgs.floats(pixels(dimensions), dimensions);
    }

    private static float[] pixels(long... dimensions) {
        Random random = new Random(6);
        float[] pixels = new float[(int) Intervals.numElements(dimensions)];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return pixels;
    }
}
