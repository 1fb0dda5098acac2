/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * The binomial filter of StyleGAN 2, [1,3,3,1]⊗[1,3,3,1]/64: as it is, and in upsampling, where it
 * follows zeros between the pixels and is four times as strong.
 *
 * <p>Where it upsamples an image, it does so in polyphase form: each of the four pixels that come
 * from one has a 3×3 kernel of its own.
 */
public final class Fir {

    private static final float[] TAPS = {1, 3, 3, 1};

    /** The two phases of [1,3,3,1]/4 with padding (2, 1). */
    private static final float[][] PHASES = {{0.25f, 0.75f, 0}, {0, 0.75f, 0.25f}};

    private static final Shape ONE = new Shape(1, 1);

    private Fir() {}

    /**
     * Transposed convolution of stride 2 without padding, then the filter with padding (1, 1).
     *
     * @param x {@code [N, in, H, W]}
     * @param kernel {@code [out, in, 3, 3]}
     * @return {@code [N, out, 2H, 2W]}
     */
    public static NDArray upsample(NDArray x, NDArray kernel) {
        Shape s = x.getShape();
        NDArray padded = kernel.pad(new Shape(0, 1, 0, 1), 0); // [out, in, 4, 4]
        NDArray wide = TransposedConvolution.full(x, padded);
        NDArray filtered = Depthwise.filter(wide, outer(TAPS, TAPS, 16), 1, 1);
        return filtered.get(new NDIndex(":, :, :{}, :{}", 2 * s.get(2), 2 * s.get(3)));
    }

    /**
     * Doubles the size of each channel: the filter with padding (2, 1).
     *
     * @param x {@code [N, C, H, W]}
     * @return {@code [N, C, 2H, 2W]}
     */
    public static NDArray upsample(NDArray x) {
        Shape s = x.getShape();
        float[] values = new float[36];
        for (int phase = 0; phase < 4; phase++) {
            float[] kernel = outer(PHASES[phase / 2], PHASES[phase % 2], 1);
            System.arraycopy(kernel, 0, values, 9 * phase, 9);
        }
        NDArray phases = Constants.tensor(x.getManager(), values, new Shape(4, 1, 3, 3));
        NDArray single = x.reshape(-1, 1, s.get(2), s.get(3)); // [N·C, 1, H, W]
        return PixelShuffle.unfold(Conv2d.conv2d(single, phases, null, ONE, ONE).singletonOrThrow())
                .reshape(s.get(0), s.get(1), 2 * s.get(2), 2 * s.get(3));
    }

    /**
     * Filters each channel, as goes before a convolution of stride 2.
     *
     * @param x {@code [N, C, H, W]}
     * @param padding zeros on each side
     * @param stride keeps each pixel whose row and column are multiples of this
     * @return {@code [N, C, H', W']} with H' = (H + 2·padding − 4) / stride + 1
     */
    public static NDArray lowPass(NDArray x, int padding, int stride) {
        return Depthwise.filter(x, outer(TAPS, TAPS, 64), padding, stride);
    }

    private static float[] outer(float[] column, float[] row, float divisor) {
        float[] product = new float[column.length * row.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = column[i / row.length] * row[i % row.length] / divisor;
        }
        return product;
    }
}
