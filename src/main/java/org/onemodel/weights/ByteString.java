/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

/**
 * A byte string of a pickle, which is left in the file: those of NVIDIA's pickles are as large as
 * the networks.
 *
 * @param start its first byte, counted from the start of the stream that the pickle is in
 * @param length how many bytes it has
 */
record ByteString(long start, long length) {}
