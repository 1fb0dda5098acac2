/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.onemodel.image.Normalization;
import org.onemodel.image.Planes;

class StructureRangeTest {

    private static final int SIDE = 200;
    private static final Normalization RANGE = Normalization.ofRange(10, 100);

    private static float[] plane() {
        float[] values = new float[SIDE * SIDE];
        Arrays.fill(values, 50);
        return values;
    }

    private static Normalization extended(float[]... planes) {
        Planes image = Exposure.planes(SIDE, planes);
        return StructureRange.of(image, RANGE);
    }

    @Test
    void aHotPixelIsNoStructure() {
        float[] values = plane();
        values[63 * SIDE + 5] = 60_000; // where one band of rows ends
        values[64 * SIDE + 90] = 0;
        values[0] = 60_000;

        assertThat(extended(values)).isEqualTo(RANGE);
    }

    @Test
    void aSmallBrightSpotIsOneInAnyPlaneAndAcrossBands() {
        float[] values = plane();
        for (int y = 62; y < 66; y++) {
            for (int x = 70; x < 74; x++) {
                values[y * SIDE + x] = 500;
            }
        }
        float[] dark = plane();
        for (int i = 0; i < 4; i++) {
            dark[i] = dark[SIDE + i] = 2; // in the corner, where fewer pixels are around
        }

        Normalization range = extended(plane(), values, dark);

        assertThat(range.high()).isEqualTo(500);
        assertThat(range.low()).isEqualTo(2);
    }
}
