/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaneTest {

    private final Plane plane = new Plane(2, 3, new float[][] {{1, 2, 3, 4, 5, 6}});

    @Test
    void rowsAreThoseOfThePlaneAndMakeItAgain() {
        float[][] rows = new float[1][4];
        plane.rows().read(1, 2, rows);
        assertThat(rows[0]).containsExactly(3, 4, 5, 6);
        Plane again = Plane.of(plane.rows());
        assertThat(again.channels()).isEqualTo(plane.channels());
        assertThat(again.channels()[0]).isNotSameAs(plane.channels()[0]);
    }

    @Test
    void onePlaneIsAnImageWithARange() {
        Planes image = Planes.of(plane.rows());
        assertThat(image.count()).isEqualTo(1);
        assertThat(Normalizations.of(image, Percentiles.MIN_MAX))
                .isEqualTo(Normalization.ofRange(1, 6));
        assertThatThrownBy(() -> image.rows(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void planesTooLargeForAnArrayAreNotReadAsAWhole() {
        RowSource huge = new HugeRows();
        assertThatThrownBy(() -> Plane.of(huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A plane of 100000 x 50000 pixels is too large for one array; read it by"
                                + " rows, or crop it first.");
    }

    private record HugeRows() implements RowSource {

        @Override
        public int width() {
            return 100_000;
        }

        @Override
        public int height() {
            return 50_000;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public void read(int y, int rows, float[][] target) {
            throw new AssertionError("nothing is read");
        }
    }
}
