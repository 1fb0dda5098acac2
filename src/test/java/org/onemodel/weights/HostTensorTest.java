/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HostTensorTest {

    @Test
    void shapeAndValuesMustFit() {
        assertThatThrownBy(() -> new HostTensor(new long[] {2, 3}, new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tensor of shape [2, 3] has 6 values, but 5 were given.");
        assertThatThrownBy(() -> new HostTensor(new long[] {-2, -3}, new float[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Shape [-2, -3] has a negative axis.");
        assertThatThrownBy(() -> new HostTensor(new long[] {1L << 40, 1L << 40}, new float[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more values than can be counted");
    }

    @Test
    void scalarsHaveOneValueAndEmptyTensorsNone() {
        assertThat(new HostTensor(new long[0], new float[] {7}).size()).isEqualTo(1);
        assertThat(new HostTensor(new long[] {1L << 40, 0, 1L << 40}, new float[0]).size())
                .isZero();
    }

    @Test
    void shapeCannotBeChangedFromOutside() {
        long[] shape = {2, 1};
        HostTensor tensor = new HostTensor(shape, new float[2]);
        shape[0] = 9;
        tensor.shape()[1] = 9;
        assertThat(tensor.shape()).containsExactly(2, 1);
    }

    @Test
    void tensorsAreEqualByShapeAndValues() {
        HostTensor tensor = new HostTensor(new long[] {2}, new float[] {1, 2});
        assertThat(tensor)
                .isEqualTo(new HostTensor(new long[] {2}, new float[] {1, 2}))
                .hasSameHashCodeAs(new HostTensor(new long[] {2}, new float[] {1, 2}))
                .isNotEqualTo(new HostTensor(new long[] {2, 1}, new float[] {1, 2}))
                .isNotEqualTo(new HostTensor(new long[] {2}, new float[] {1, 3}))
                .hasToString("HostTensor[2]");
    }
}
