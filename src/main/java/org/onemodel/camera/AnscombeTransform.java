/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

/**
 * The generalised Anscombe transform: makes the noise of a camera Gaussian noise of standard
 * deviation 1, nearly the same at all grey levels (Murtagh, Starck and Bijaoui, 1995).
 *
 * <p>With gain g, offset o, read noise r and {@code c = 3/8 g² + r²}, a grey value z becomes
 *
 * <pre>{@code
 * (2/g) (sqrt(g (z - o) + c) - sqrt(c)) = 2 (z - o) / (sqrt(g (z - o) + c) + sqrt(c))
 * }</pre>
 *
 * <p>The usual form lacks the constant, which is chosen so that the offset becomes 0; written as on
 * the right it loses no digits where the gain is small, and for g = 0 it is {@code (z - o) / r}.
 * Where the root comes near its end, where values of a camera hardly lie, the tangent goes on, so
 * that the transform rises everywhere and no value is lost.
 *
 * <p>Only {@code r² - g o} matters here: two cameras of the same line of variance have the same
 * transform but for a constant. Immutable.
 */
public final class AnscombeTransform {

    /** Read noise of so many photo-electrons hides that they come one by one. */
    private static final double GAUSSIAN = 1e6;

    private final CameraNoise noise;

    /** Grey levels per unit of the curve's argument. */
    private final double unit;

    /** Absent where the noise is Gaussian and the transform a straight line. */
    private final AnscombeCurve curve;

    private final UnbiasedInverse inverse;

    /**
     * The transform of a camera.
     *
     * @param noise a noise that is not {@link CameraNoise#isNone none}
     * @throws IllegalArgumentException if there is no noise
     */
    public AnscombeTransform(CameraNoise noise) {
        if (noise.isNone()) {
            throw new IllegalArgumentException(
                    "The camera's gain and read noise are both 0; expected a noise to make"
                            + " uniform.");
        }
        this.noise = noise;
        if (noise.readNoise() >= GAUSSIAN * noise.gain()) {
            unit = noise.readNoise();
            curve = null;
            inverse = null;
        } else {
            unit = noise.gain();
            curve = new AnscombeCurve(noise.readNoise() / unit);
            inverse = new UnbiasedInverse(curve, noise.readNoise() / unit);
        }
    }

    /**
     * The noise that is made uniform.
     *
     * @return the camera's noise
     */
    public CameraNoise noise() {
        return noise;
    }

    /**
     * Transforms a grey value.
     *
     * @param grey a finite grey value
     * @return a finite value, 0 at the offset, in units of the noise's standard deviation
     */
    public double apply(double grey) {
        double z = (grey - noise.offset()) / unit;
        return curve == null ? z : curve.apply(z);
    }

    /**
     * The exact unbiased inverse (Mäkitalo and Foi, 2013): gives the mean grey level whose noisy
     * values have the given mean after the transform. Not the plain inverse, as the mean of a root
     * is not the root of the mean.
     *
     * @param stabilized a mean of transformed values
     * @return the grey level without noise; rises with the argument, also below the offset
     */
    public double invert(double stabilized) {
        double z = inverse == null ? stabilized : inverse.apply(stabilized);
        return noise.offset() + unit * z;
    }
}
