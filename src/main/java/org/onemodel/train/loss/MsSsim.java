/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import org.onemodel.nn.Constants;

/**
 * Multi-scale structural similarity (Wang, Simoncelli and Bovik, "Multiscale structural similarity
 * for image quality assessment", 2003), differentiable.
 *
 * <p>Per channel, a product over the scales of contrast times structure, and at the coarsest scale
 * luminance too, each the mean over the pixels whose window lies inside the image, to the power of
 * the scale's published exponent; then the mean over the channels. Windows are Gaussian, 11 × 11
 * pixels, σ = 1.5; K = (0.01, 0.03); a scale is the mean over 2 × 2 pixels of the finer one, a last
 * odd row or column left out.
 *
 * <p>Five scales need 176 pixels a side. Smaller images have as many scales as leave the coarsest
 * one a window, and the exponents of those are divided by their sum; 11 pixels are the least, and
 * the figure then is plain SSIM.
 */
final class MsSsim {

    /** The least side of an image. */
    static final int WINDOW = 11;

    private static final double SIGMA = 1.5;

    /** Of the finest scale first. */
    private static final double[] EXPONENTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    private static final double RANGE = 2;
    private static final double C1 = 0.01 * RANGE * 0.01 * RANGE;
    private static final double C2 = 0.03 * RANGE * 0.03 * RANGE;

    /** Negative similarity has no power, and the slope of the power at 0 no bound. */
    private static final float SMALLEST = 1e-4f;

    private static final Shape TWO = new Shape(2, 2);
    private static final Shape NONE = new Shape(0, 0);

    private MsSsim() {}

    /**
     * The number of scales for images of a size.
     *
     * @param height pixels
     * @param width pixels
     * @return 1 to 5, or 0 if not even a window fits
     */
    static int scales(long height, long width) {
        long side = Math.min(height, width);
        int scales = 0;
        while (scales < EXPONENTS.length && side >> scales >= WINDOW) {
            scales++;
        }
        return scales;
    }

    /**
     * The similarity of images pair by pair.
     *
     * @param x {@code [N, C, H, W]} in [-1, 1]
     * @param y of the same shape
     * @return {@code [N]}, 1 for equal images, on the manager of x
     * @throws IllegalArgumentException if a side is below 11 pixels
     */
    static NDArray of(NDArray x, NDArray y) {
        Shape s = x.getShape();
        int scales = scales(s.get(2), s.get(3));
        if (scales == 0) {
            throw new IllegalArgumentException(
                    String.format(
                            "MS-SSIM needs images of at least %d pixels a side, but these have %d"
                                    + " × %d",
                            WINDOW, s.get(3), s.get(2)));
        }
        NDManager owner = x.getManager();
        try (NDManager scratch = owner.newSubManager()) {
            NDArray a = planes(x, scratch);
            NDArray b = planes(y, scratch);
            NDArray product = power(similarity(a, b, scales == 1), 0, scales);
            for (int scale = 1; scale < scales; scale++) {
                a = halve(a);
                b = halve(b);
                NDArray similarity = similarity(a, b, scale == scales - 1);
                product = product.mul(power(similarity, scale, scales));
            }
            NDArray mean = product.reshape(s.get(0), s.get(1)).mean(new int[] {1});
            mean.attach(owner);
            return mean;
        }
    }

    /** Each channel as an image of its own, {@code [N·C, 1, H, W]}. */
    private static NDArray planes(NDArray images, NDManager scratch) {
        Shape s = images.getShape();
        NDArray planes = images.reshape(s.get(0) * s.get(1), 1, s.get(2), s.get(3));
        planes.attach(scratch);
        return planes;
    }

    private static NDArray halve(NDArray planes) {
        return Pool.avgPool2d(planes, TWO, TWO, NONE, false, false);
    }

    private static NDArray power(NDArray similarity, int scale, int scales) {
        double sum = 0;
        for (int i = 0; i < scales; i++) {
            sum += EXPONENTS[i];
        }
        return similarity
                .maximum(SMALLEST)
                .pow(Constants.scalar(similarity.getManager(), EXPONENTS[scale] / sum));
    }

    /**
     * Contrast times structure, and luminance if wanted, mean over each plane.
     *
     * @return {@code [N·C]}
     */
    private static NDArray similarity(NDArray x, NDArray y, boolean luminance) {
        NDArray moments =
                blur(
                        x.concat(y, 0)
                                .concat(x.square(), 0)
                                .concat(y.square(), 0)
                                .concat(x.mul(y), 0));
        NDList m = moments.split(5); // means of x, y, x², y², x·y
        NDArray meanX = m.get(0);
        NDArray meanY = m.get(1);
        NDArray covariance = m.get(4).sub(meanX.mul(meanY));
        NDArray variances = m.get(2).add(m.get(3)).sub(meanX.square()).sub(meanY.square());
        NDArray map = Constants.times(covariance, 2).add(C2).div(variances.add(C2));
        if (luminance) {
            // Luminance is defined for values from 0 up; variances are the same for both scales.
            NDArray brightX = meanX.add(1);
            NDArray brightY = meanY.add(1);
            NDArray squares = brightX.square().add(brightY.square());
            map = map.mul(Constants.times(brightX.mul(brightY), 2).add(C1).div(squares.add(C1)));
        }
        return map.reshape(map.getShape().get(0), -1).mean(new int[] {1});
    }

    /**
     * The Gaussian mean about each pixel whose window lies inside, as products of matrices: several
     * times faster than convolutions of one channel, and GPUs round the operands of convolutions to
     * 10 bits, of which a small variance would leave none.
     *
     * @param planes {@code [N, 1, H, W]}
     * @return {@code [N, 1, H − 10, W − 10]}
     */
    private static NDArray blur(NDArray planes) {
        Shape s = planes.getShape();
        NDArray columns = band(planes.getManager(), s.get(2)).transpose();
        return columns.matMul(planes.matMul(band(planes.getManager(), s.get(3))));
    }

    /** The window at each place of a row where it lies inside, {@code [side, side − 10]}. */
    private static NDArray band(NDManager manager, long side) {
        int rows = Math.toIntExact(side);
        int columns = rows - WINDOW + 1;
        float[] window = window();
        float[] band = new float[rows * columns];
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < WINDOW; i++) {
                band[(column + i) * columns + column] = window[i];
            }
        }
        return Constants.tensor(manager, band, new Shape(rows, columns));
    }

    private static float[] window() {
        double[] values = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = i - WINDOW / 2;
            values[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += values[i];
        }
        float[] window = new float[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = (float) (values[i] / sum);
        }
        return window;
    }
}
