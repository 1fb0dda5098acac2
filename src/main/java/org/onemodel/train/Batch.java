/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train;

/**
 * One batch on the Java heap.
 *
 * @param input what the encoder sees, {@code [N, 3, side, side]} row by row, in [-1, 1] plus noise
 * @param target what the decoder should give, of the same shape
 */
record Batch(float[] input, float[] target) {}
