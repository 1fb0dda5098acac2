/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import org.onemodel.image.Normalization;
import org.onemodel.image.ValueMap;

/**
 * Makes a camera's noise uniform and as strong as the noise that a network was trained on.
 *
 * <p>Grey values go through an {@link AnscombeTransform}, then through a straight line that takes
 * the image's range to [-1, 1]. Noise that would be too strong there is made as strong as the
 * strongest of the training by a smaller range, around 0. Noise that is too weak is left so, as
 * stretching the range leads out of [-1, 1], where networks are worse; {@link NoiseLimit} then
 * keeps the network from removing more than noise.
 *
 * <p>The way back is the transform's exact unbiased inverse: right for means, as networks answer
 * with, and slightly beside the plain inverse for single noisy values. Immutable.
 */
public final class StabilizedRange implements ValueMap {

    /** Grey levels in the range from -1 to 1, in which a network's noise is counted. */
    private static final double LEVELS = 255;

    /** Deviations beyond the range up to which a value is noise to the network, as in training. */
    private static final double NOISE_SEEN = 4;

    private final AnscombeTransform transform;
    private final double centre;
    private final double scale;
    private final Normalization seen;

    private StabilizedRange(
            AnscombeTransform transform, double centre, double scale, Normalization seen) {
        this.transform = transform;
        this.centre = centre;
        this.scale = scale;
        this.seen = seen;
    }

    /**
     * The map for a camera.
     *
     * @param noise a noise that is not {@link CameraNoise#isNone none}
     * @param range grey levels of the image, as percentiles tell them
     * @param trained the noise that the network knows
     * @return the map
     * @throws IllegalArgumentException if there is no noise
     */
    public static StabilizedRange of(CameraNoise noise, Normalization range, SigmaRange trained) {
        AnscombeTransform transform = new AnscombeTransform(noise);
        double low = transform.apply(range.low());
        double high = transform.apply(range.high());
        double strongest = 2 * trained.high() / LEVELS; // the transform makes the deviation 1
        double scale = high > low ? Math.min(2 / (high - low), strongest) : strongest;
        Normalization seen =
                Normalization.ofRange(
                        range.low() - NOISE_SEEN * noise.sigma(range.low()),
                        range.high() + NOISE_SEEN * noise.sigma(range.high()));
        return new StabilizedRange(transform, low / 2 + high / 2, scale, seen);
    }

    /**
     * The map for noise of the same strength at all grey levels.
     *
     * @param sigma standard deviation in grey levels, positive
     * @param range grey levels of the image
     * @param trained the noise that the network knows
     * @return the map, a straight line
     * @throws IllegalArgumentException if sigma is not positive and finite
     */
    public static StabilizedRange ofGaussian(
            double sigma, Normalization range, SigmaRange trained) {
        return of(CameraNoise.gaussian(sigma), range, trained);
    }

    /**
     * How strong the noise is for the network.
     *
     * @return standard deviation, of 255 grey levels; at most the strongest of the training
     */
    public double sigma() {
        return scale * LEVELS / 2;
    }

    @Override
    public void apply(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = finite((transform.apply(values[i]) - centre) * scale);
        }
    }

    @Override
    public void invert(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(transform.invert(values[i] / scale + centre));
        }
    }

    @Override
    public void takeExcess(float[] values, float[] excess) {
        seen.takeExcess(values, excess);
    }

    private static float finite(double value) {
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
    }
}
