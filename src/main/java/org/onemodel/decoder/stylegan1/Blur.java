/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.decoder.stylegan1;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import org.onemodel.nn.Constants;

/** The low-pass filter that follows each upsampling of StyleGAN 1: [1,2,1]⊗[1,2,1]/16. */
final class Blur {

    private static final float[] KERNEL = {
        1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f
    };
    private static final Shape ONE = new Shape(1, 1);

    private Blur() {}

    /** Filters each channel of {@code [N, C, H, W]}, with zeros outside the image. */
    static NDArray apply(NDArray x) {
        Shape s = x.getShape();
        NDArray kernel = Constants.tensor(x.getManager(), KERNEL, new Shape(1, 1, 3, 3));
        NDArray single = x.reshape(-1, 1, s.get(2), s.get(3)); // [N·C, 1, H, W]
        return Conv2d.conv2d(single, kernel, null, ONE, ONE).singletonOrThrow().reshape(s);
    }
}
