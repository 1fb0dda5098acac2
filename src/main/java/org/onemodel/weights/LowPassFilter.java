/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * A filter that files hold and our networks compute with: another one would silently give other
 * images.
 */
enum LowPassFilter {
    /** That of each blur, for every channel: [1,2,1]⊗[1,2,1]/16. */
    STYLEGAN1(1, 1, 2, 1),
    /** That of upsampling, four times as strong as it lets pass: [1,3,3,1]⊗[1,3,3,1]/16. */
    STYLEGAN2(4, 1, 3, 3, 1),
    /** The same, stored with sum 1: [1,3,3,1]⊗[1,3,3,1]/64. */
    NVIDIA(1, 1, 3, 3, 1);

    private static final float TOLERANCE = 1e-4f;

    private final float[] kernel;
    private final int side;

    LowPassFilter(int sum, int... taps) {
        side = taps.length;
        kernel = new float[side * side];
        int total = Arrays.stream(taps).sum();
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) sum * taps[i / side] * taps[i % side] / (total * total);
        }
    }

    /**
     * Compares a file's filter with this.
     *
     * @throws CheckpointException if it is another
     */
    void check(Path file, String name, HostTensor filter) throws CheckpointException {
        long[] shape = filter.shape();
        int axes = shape.length;
        boolean same = axes >= 2 && shape[axes - 2] == side && shape[axes - 1] == side;
        float[] values = filter.values();
        for (int i = 0; same && i < values.length; i++) {
            same = Math.abs(values[i] - kernel[i % kernel.length]) <= TOLERANCE;
        }
        if (!same) {
            throw new CheckpointException(
                    file,
                    "upsamples with another filter than StyleGAN's (tensor "
                            + DataUnpickler.printable(name)
                            + "), which cannot be imported.");
        }
    }
}
