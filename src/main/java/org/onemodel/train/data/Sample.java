/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Optional;

/**
 * One input with its target.
 *
 * @param input {@code [3, side, side]}
 * @param target {@code [3, side, side]}
 * @param mask {@code [1, side, side]}, 1 where the loss counts; nothing if it counts everywhere
 */
record Sample(float[] input, float[] target, Optional<float[]> mask) {}
