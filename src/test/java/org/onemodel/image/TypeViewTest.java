/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.image;

import static org.assertj.core.api.Assertions.assertThat;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

class TypeViewTest {

    private final Img<FloatType> image =
            ArrayImgs.floats(new float[] {-1000, -1.5f, -0.4f, 0.5f, 254.4f, 70000, 1e30f}, 7, 1);

    private <T extends RealType<T>> double[] seenAs(T type) {
        RandomAccessibleInterval<T> view = TypeView.of(image, type);
        double[] values = new double[7];
        for (int i = 0; i < 7; i++) {
            values[i] = view.getAt(i, 0).getRealDouble();
        }
        return values;
    }

    @Test
    void integersAreRoundedAndKeptInRange() {
        assertThat(seenAs(new UnsignedByteType())).containsExactly(0, 0, 0, 1, 254, 255, 255);
        assertThat(seenAs(new UnsignedShortType())).containsExactly(0, 0, 0, 1, 254, 65535, 65535);
        assertThat(seenAs(new ByteType())).containsExactly(-128, -1, 0, 1, 127, 127, 127);
        assertThat(seenAs(new IntType()))
                .containsExactly(-1000, -1, 0, 1, 254, 70000, Integer.MAX_VALUE);
    }

    @Test
    void realNumbersStayAsTheyAre() {
        assertThat(seenAs(new DoubleType()))
                .containsExactly(-1000, -1.5, -0.4f, 0.5, 254.4f, 70000, 1e30f);
    }
}
