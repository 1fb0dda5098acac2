/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv2dTranspose;

/**
 * The binomial low-pass filter of StyleGAN 2: [1,3,3,1]⊗[1,3,3,1]/64, times 4 where zeros were
 * inserted between the pixels.
 */
final class Fir {

    private static final float[] TAPS = {1, 3, 3, 1};

    private Fir() {}

    /**
     * Smooths what a transposed convolution of stride 2 and kernel 3 gave.
     *
     * @param x {@code [N, C, 2H + 1, 2W + 1]}
     * @return {@code [N, C, 2H, 2W]}
     */
    static NDArray smooth(NDArray x) {
        int channels = Math.toIntExact(x.getShape().get(1));
        return Conv2d.conv2d(
                        x,
                        kernel(x.getManager(), channels),
                        null,
                        new Shape(1, 1),
                        new Shape(1, 1),
                        new Shape(1, 1),
                        channels)
                .singletonOrThrow();
    }

    /**
     * Doubles the size: zeros between the pixels, then the filter with padding (2, 1). As the
     * filter is symmetric this is one transposed convolution.
     *
     * @param x {@code [N, C, H, W]}
     * @return {@code [N, C, 2H, 2W]}
     */
    static NDArray upsample(NDArray x) {
        int channels = Math.toIntExact(x.getShape().get(1));
        return Conv2dTranspose.conv2dTranspose(
                        x,
                        kernel(x.getManager(), channels),
                        null,
                        new Shape(2, 2),
                        new Shape(1, 1),
                        new Shape(0, 0),
                        new Shape(1, 1),
                        channels)
                .singletonOrThrow();
    }

    private static NDArray kernel(NDManager manager, int channels) {
        float[] values = new float[channels * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = TAPS[i / 4 % 4] * TAPS[i % 4] / 16;
        }
        return manager.create(values, new Shape(channels, 1, 4, 4));
    }
}
