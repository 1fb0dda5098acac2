/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.nio.file.Path;

/**
 * The filter of StyleGAN 2's upsampling, which files hold and our networks compute with a fixed
 * one: another filter would silently give other images.
 */
final class LowPassFilter {

    private static final float[] TAPS = {1, 3, 3, 1};
    private static final float TOLERANCE = 1e-4f;

    private LowPassFilter() {}

    /**
     * Compares a file's filter with [1,3,3,1]⊗[1,3,3,1]/16.
     *
     * @throws CheckpointException if it is another
     */
    static void check(Path file, String name, HostTensor filter) throws CheckpointException {
        long[] shape = filter.shape();
        boolean same = shape.length == 2 && shape[0] == TAPS.length && shape[1] == TAPS.length;
        for (int i = 0; same && i < TAPS.length * TAPS.length; i++) {
            float expected = TAPS[i / TAPS.length] * TAPS[i % TAPS.length] / 16;
            same = Math.abs(filter.values()[i] - expected) <= TOLERANCE;
        }
        if (!same) {
            throw new CheckpointException(
                    file,
                    "upsamples with another filter than StyleGAN 2's (tensor "
                            + DataUnpickler.printable(name)
                            + "), which cannot be imported.");
        }
    }
}
