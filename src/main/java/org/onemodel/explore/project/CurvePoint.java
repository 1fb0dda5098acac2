/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.explore.project;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How near the answer is after some steps: the best that was found until then.
 *
 * @param step number of steps, 0 for the start
 * @param mse mean squared error of the values as the network sees them, [-1, 1]
 * @param lpips LPIPS, if that is measured
 */
public record CurvePoint(int step, double mse, OptionalDouble lpips) {

    /** The square of the range of values, 2. */
    private static final double SQUARED_RANGE = 4;

    /**
     * The same error as PSNR.
     *
     * @return dB on the plane's range of grey values, infinite where there is no error
     */
    public double psnr() {
        return 10 * Math.log10(SQUARED_RANGE / mse);
    }

    /** In words, such as "step 10, 31.42 dB, MSE 0.00288". */
    @Override
    public String toString() {
        String words = String.format(Locale.ROOT, "step %d, %.2f dB, MSE %.3g", step, psnr(), mse);
        return lpips.isPresent()
                ? words + String.format(Locale.ROOT, ", LPIPS %.4f", lpips.getAsDouble())
                : words;
    }
}
