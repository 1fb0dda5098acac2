/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
/** NumPy's {@code .npz} files: arrays by name, read without trust, and written whole. */
package org.onemodel.npz;
