/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.camera;

/**
 * What an image tells about its noise.
 *
 * @param noise gain, offset and read noise
 * @param sigma the one standard deviation that describes the noise best if it is the same
 *     everywhere
 * @param correlated whether even the smoothest parts of the image hold far more coarse noise than
 *     fine: it was interpolated from a colour filter, blurred or compressed after it was taken, or
 *     it has texture everywhere. In the first cases the estimate is too low.
 */
public record CameraNoiseEstimate(CameraNoise noise, double sigma, boolean correlated) {}
