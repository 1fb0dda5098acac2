/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.data;

import java.util.Optional;

/**
 * One batch on the Java heap; arrays are row by row and not copied.
 *
 * @param count samples, N
 * @param side columns and rows of each
 * @param input what the encoder sees, {@code [N, 3, side, side]}, about [-1, 1]
 * @param target what the decoder should give, of the same shape
 * @param mask {@code [N, 1, side, side]}, 1 where the loss counts; nothing if it counts everywhere
 */
public record Batch(int count, int side, float[] input, float[] target, Optional<float[]> mask) {}
