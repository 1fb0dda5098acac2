/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import org.onemodel.nn.Depthwise;

/** The low-pass filter that follows each upsampling of StyleGAN 1: [1,2,1]⊗[1,2,1]/16. */
final class Blur {

    private static final float[] KERNEL = {
        1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f
    };

    private Blur() {}

    /** Filters each channel of {@code [N, C, H, W]}, with zeros outside the image. */
    static NDArray apply(NDArray x) {
        return Depthwise.filter(x, KERNEL, 1, 1);
    }
}
