/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The noise of cameras: estimated from an image, and made uniform for a network that removes
 * Gaussian noise.
 *
 * <p>The order of work is {@link org.onemodel.camera.CameraNoiseEstimator} (how strong is the noise
 * at each grey level), {@link org.onemodel.camera.AnscombeTransform} (make it the same at all) and
 * {@link org.onemodel.camera.StabilizedRange} (as strong as in the network's training); {@link
 * org.onemodel.camera.NoiseSetting} is what a user says about it. Pure Java on grey values; nothing
 * here knows a network.
 */
package org.onemodel.camera;
