/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

/**
 * The curve of the generalised Anscombe transform for gain 1 and offset 0: from photo-electrons to
 * units of the noise's standard deviation, 0 at 0.
 *
 * <p>With read noise r and {@code c = 3/8 + r²} it is {@code 2 (sqrt(z + c) - sqrt(c))}, written so
 * that no digits are lost where r is large. Below {@code z = -r²}, where values of a camera hardly
 * lie and the root would come to its end, the tangent goes on, so that the curve rises everywhere.
 */
final class AnscombeCurve {

    private static final double SHIFT = 0.375;

    private final double constant;
    private final double root;
    private final double bend;
    private final double valueAtBend;
    private final double slopeAtBend;

    /**
     * The curve of a camera.
     *
     * @param readNoise standard deviation of the read noise in photo-electrons
     */
    AnscombeCurve(double readNoise) {
        constant = SHIFT + readNoise * readNoise;
        root = Math.sqrt(constant);
        bend = -readNoise * readNoise;
        valueAtBend = 2 * bend / (Math.sqrt(SHIFT) + root);
        slopeAtBend = 1 / Math.sqrt(SHIFT);
    }

    /** Square root of {@code 3/8 + r²}. */
    double root() {
        return root;
    }

    double apply(double electrons) {
        return electrons > bend
                ? 2 * electrons / (Math.sqrt(electrons + constant) + root)
                : valueAtBend + slopeAtBend * (electrons - bend);
    }
}
