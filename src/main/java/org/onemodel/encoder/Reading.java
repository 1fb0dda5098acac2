/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.encoder;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * What one network has read from a batch of images.
 *
 * @param latent {@code [N, layers, L]} or {@code [N, L]}, if it has latent heads
 * @param noiseMaps {@code [N, 1, r, r]} each, coarse to fine; empty if it has no noise heads
 */
record Reading(Optional<NDArray> latent, List<NDArray> noiseMaps) {}
