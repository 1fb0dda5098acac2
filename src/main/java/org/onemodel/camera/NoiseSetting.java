/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

import org.onemodel.image.Normalization;
import org.onemodel.image.Normalizations;
import org.onemodel.image.Percentiles;
import org.onemodel.image.Planes;

/**
 * The noise of an image as a user gives it; numbers that are NaN are estimated from the image.
 *
 * @param mode what kind of noise it is
 * @param sigma for {@link NoiseMode#GAUSSIAN}: standard deviation in grey levels
 * @param gain for {@link NoiseMode#POISSON}: grey levels per photo-electron
 * @param offset for {@link NoiseMode#POISSON}: grey level of darkness
 * @param readNoise for {@link NoiseMode#POISSON}: standard deviation in darkness in grey levels
 */
public record NoiseSetting(
        NoiseMode mode, double sigma, double gain, double offset, double readNoise) {

    /** The image tells. */
    public static final NoiseSetting AUTO = estimated(NoiseMode.AUTO);

    /** Noise is not looked at. */
    public static final NoiseSetting NONE = estimated(NoiseMode.NONE);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative or infinite, or belongs to another
     *     mode
     */
    public NoiseSetting {
        if (mode == null) {
            throw new IllegalArgumentException(
                    "The kind of noise is missing; give auto, gaussian, poisson or none.");
        }
        check("sigma", sigma, mode, NoiseMode.GAUSSIAN, 0);
        check("gain", gain, mode, NoiseMode.POISSON, 0);
        check("offset", offset, mode, NoiseMode.POISSON, Double.NEGATIVE_INFINITY);
        check("read noise", readNoise, mode, NoiseMode.POISSON, 0);
    }

    private static void check(
            String what, double value, NoiseMode mode, NoiseMode owner, double least) {
        if (Double.isNaN(value)) {
            return;
        }
        if (mode != owner) {
            throw new IllegalArgumentException(
                    "The noise's "
                            + what
                            + " is given, "
                            + value
                            + ", but the kind of noise is "
                            + word(mode)
                            + "; choose "
                            + word(owner)
                            + " or leave the number out.");
        }
        if (Double.isInfinite(value) || value < least) {
            throw new IllegalArgumentException(
                    "The noise's "
                            + what
                            + " is "
                            + value
                            + "; give a finite number"
                            + (least == 0 ? " from 0" : "")
                            + " in grey levels, or leave it out to have it estimated.");
        }
    }

    private static String word(NoiseMode mode) {
        return mode.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * A kind of noise whose strength is estimated.
     *
     * @param mode the kind
     * @return a setting without numbers
     */
    public static NoiseSetting estimated(NoiseMode mode) {
        return new NoiseSetting(mode, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Noise of the same strength at all grey levels.
     *
     * @param sigma standard deviation in grey levels, NaN to have it estimated
     * @return the setting
     */
    public static NoiseSetting gaussian(double sigma) {
        return new NoiseSetting(NoiseMode.GAUSSIAN, sigma, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Photon noise and read noise; each number may be NaN to have it estimated.
     *
     * @param gain grey levels per photo-electron
     * @param offset grey level of darkness
     * @param readNoise standard deviation in darkness in grey levels
     * @return the setting
     */
    public static NoiseSetting poisson(double gain, double offset, double readNoise) {
        return new NoiseSetting(NoiseMode.POISSON, Double.NaN, gain, offset, readNoise);
    }

    /**
     * How an image with this noise is brought to a network.
     *
     * @param planes planes of one channel, which share the plan
     * @param trained the noise that the network knows
     * @param percentiles bounds of the image's range of grey levels
     * @return the plan; an automatic one for images too small for an estimate is that of {@link
     *     NoiseMode#NONE}
     * @throws IllegalArgumentException if a pixel is NaN or infinite, or an estimate is needed and
     *     the image is smaller than 16 x 16 pixels
     */
    public NoisePlan plan(Planes planes, SigmaRange trained, Percentiles percentiles) {
        Normalization range = Normalizations.of(planes, percentiles);
        int side = CameraNoiseEstimator.SMALLEST_SIDE;
        boolean small = planes.width() < side || planes.height() < side;
        if (mode == NoiseMode.NONE || mode == NoiseMode.AUTO && small) {
            return new NoisePlan(range, CameraNoise.NONE, Double.NaN, trained, false);
        }
        boolean known =
                mode == NoiseMode.GAUSSIAN
                        ? !Double.isNaN(sigma)
                        : !Double.isNaN(gain + offset + readNoise);
        if (known) {
            CameraNoise given =
                    mode == NoiseMode.GAUSSIAN
                            ? CameraNoise.gaussian(sigma)
                            : new CameraNoise(gain, offset, readNoise);
            return plan(given, StructureRange.of(planes, range), trained, false);
        }
        CameraNoiseEstimate estimate = CameraNoiseEstimator.estimate(planes);
        Normalization structures = StructureRange.of(planes, range);
        return plan(completed(estimate), structures, trained, estimate.correlated());
    }

    private CameraNoise completed(CameraNoiseEstimate estimate) {
        if (mode == NoiseMode.GAUSSIAN) {
            return CameraNoise.gaussian(estimate.sigma());
        }
        CameraNoise found = estimate.noise();
        double slope = Double.isNaN(gain) ? found.gain() : gain;
        double dark = Double.isNaN(offset) ? found.offset() : offset;
        if (!Double.isNaN(readNoise)) {
            return new CameraNoise(slope, dark, readNoise);
        }
        // The read noise was read at the offset that was found; follow the line to the given one.
        double variance = found.readNoise() * found.readNoise() + slope * (dark - found.offset());
        return new CameraNoise(slope, dark, Math.sqrt(Math.max(0, variance)));
    }

    private static NoisePlan plan(
            CameraNoise noise, Normalization range, SigmaRange trained, boolean correlated) {
        if (noise.isNone() || range.low() == range.high()) {
            return new NoisePlan(range, noise, 0, trained, correlated);
        }
        StabilizedRange map = StabilizedRange.of(noise, range, trained);
        return new NoisePlan(map, noise, map.sigma(), trained, correlated);
    }
}
