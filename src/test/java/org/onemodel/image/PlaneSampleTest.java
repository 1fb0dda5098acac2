/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaneSampleTest {

    private static final int BAND = 64;

    /** Planes whose values tell plane and row. */
    private record Numbered(int width, int height, int count) implements Planes {

        @Override
        public RowSource rows(int index) {
            return new RowSource() {
                @Override
                public int width() {
                    return width;
                }

                @Override
                public int height() {
                    return height;
                }

                @Override
                public int channels() {
                    return 1;
                }

                @Override
                public void read(int y, int rows, float[][] target) {
                    assertThat(y).isNotNegative();
                    assertThat(y + rows).isLessThanOrEqualTo(height);
                    for (int i = 0; i < rows * width; i++) {
                        target[0][i] = index * 100_000f + y + i / width;
                    }
                }
            };
        }
    }

    @Test
    void aSmallImageIsItsOwnSample() {
        Planes image = new Numbered(2000, 1000, 4);
        Planes sample = PlaneSample.of(image);

        assertThat(sample.count()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(sample.plane(i).channels()[0]).isEqualTo(image.plane(i).channels()[0]);
        }
    }

    @Test
    void ofManyPlanesSomeAreTakenEvenly() {
        Planes sample = PlaneSample.of(new Numbered(10, 20, 320));

        assertThat(sample.count()).isEqualTo(16);
        assertThat(sample.height()).isEqualTo(20);
        for (int i = 0; i < 16; i++) {
            assertThat(sample.plane(i).channels()[0][0]).isEqualTo((20 * i + 10) * 100_000f);
        }
    }

    @Test
    void ofLargePlanesBandsAreTakenFromTheFirstRowToTheLast() {
        Planes image = new Numbered(4000, 5000, 2);
        Planes sample = PlaneSample.of(image);
        int height = sample.height();

        assertThat((long) height * 4000 * 2).isBetween(1L << 22, 1L << 23);
        assertThat(height % BAND).isZero();
        float[] rows = sample.plane(1).channels()[0];
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < height; y++) {
            int row = (int) rows[y * 4000] - 100_000;
            assertThat(rows[y * 4000 + 3999]).isEqualTo(100_000f + row);
            if (y % BAND > 0) {
                assertThat(row).isEqualTo((int) rows[(y - 1) * 4000] - 100_000 + 1);
            }
            seen.add(row);
        }
        assertThat(seen).as("no row twice").hasSize(height).contains(0, 4999);
    }

    @Test
    void rowsAreTheSameHoweverTheyAreRead() {
        Planes sample = PlaneSample.of(new Numbered(4000, 5000, 2));
        float[] all = sample.plane(0).channels()[0];
        float[][] some = new float[1][150 * 4000];
        sample.rows(0).read(37, 150, some);

        for (int y = 0; y < 150; y++) {
            assertThat(some[0][y * 4000]).isEqualTo(all[(37 + y) * 4000]);
        }
    }

    @Test
    void aPlaneOfGiganticWidthIsReadToo() {
        Planes sample = PlaneSample.of(new Numbered(1 << 20, 100, 1));

        assertThat(sample.height()).isEqualTo(BAND);
        assertThat(sample.count()).isEqualTo(1);
    }
}
