/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */

/** What lies between two images: interpolated embeddings, and mixed styles. */
package org.onemodel.explore.pair;
