/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

/** Grey in three channels, as networks take it. */
final class Channels {

    private Channels() {}

    /**
     * Makes a sample grey.
     *
     * @param sample {@code [3, pixels]}; its first channel is copied into the others
     */
    static void repeatFirst(float[] sample) {
        int pixels = sample.length / 3;
        System.arraycopy(sample, 0, sample, pixels, pixels);
        System.arraycopy(sample, 0, sample, 2 * pixels, pixels);
    }
}
